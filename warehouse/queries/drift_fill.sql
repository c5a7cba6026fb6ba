-- Fields that the newest records have more seldom than those before, by exchange: a form changed, or a rule broke.
with has as (
  select
    o.exchange, o.disclosed_on, r.record_id,
    unnest(['security_code', 'location', 'session', 'category', 'participant', 'host', 'question']) as field,
    unnest([r.security_code is not null, r.location is not null, s.record_id is not null, c.record_id is not null,
      p.record_id is not null, h.record_id is not null, q.record_id is not null]) as is_filled
  from activity_record r
  join record_source o using (record_id)
  left join (select distinct record_id from activity_session) s using (record_id)
  left join (select distinct record_id from activity_category) c using (record_id)
  left join (select distinct record_id from participant) p using (record_id)
  left join (select distinct record_id from host) h using (record_id)
  left join (select distinct record_id from question) q using (record_id)
), newest as (  -- of an exchange, as many as tell something
  select record_id
  from (select distinct exchange, record_id, disclosed_on from has)
  qualify row_number() over (partition by exchange order by disclosed_on desc, record_id) <= $newest
), rate as (
  select
    exchange, field,
    count(*) filter (record_id in (from newest)) as records,
    avg(is_filled::integer) filter (record_id in (from newest)) as lately,
    count(*) filter (record_id not in (from newest)) as records_before,
    avg(is_filled::integer) filter (record_id not in (from newest)) as before
  from has
  group by exchange, field
)
select exchange, field, records::integer as records, round(lately, 3) as lately, round(before, 3) as before
from rate
where records >= $newest and records_before >= $newest and lately < before - $drop
order by exchange, field;
