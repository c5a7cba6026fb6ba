-- Grain: exchange and field of a record. Use: how many records have a field, beside the least that is expected.
create or replace view fill_rate as
with has as (
  select
    o.exchange, r.record_id,
    unnest(['security_code', 'security_name', 'company_name', 'record_no', 'location', 'signed_on', 'session',
      'start_time', 'category', 'participant', 'person', 'host', 'host_title', 'question', 'attachment']) as field,
    unnest([r.security_code is not null, r.security_name is not null, r.company_name is not null,
      r.record_no is not null, r.location is not null, r.signed_on is not null, s.record_id is not null,
      coalesce(s.has_time, false), c.record_id is not null, p.record_id is not null, coalesce(p.has_person, false),
      h.record_id is not null, coalesce(h.has_title, false), q.record_id is not null, a.record_id is not null]) as is_filled
  from activity_record r
  join record_source o using (record_id)
  left join (select record_id, bool_or(start_time is not null) as has_time from activity_session group by record_id) s
    using (record_id)
  left join (select distinct record_id from activity_category) c using (record_id)
  left join (select record_id, bool_or(person is not null) as has_person from participant group by record_id) p
    using (record_id)
  left join (select record_id, bool_or(title is not null) as has_title from host group by record_id) h using (record_id)
  left join (select distinct record_id from question) q using (record_id)
  left join (select distinct record_id from attachment) a using (record_id)
), rate as (
  select exchange, field, count(*) as records, count(*) filter (is_filled) / count(*) as fill_share
  from has
  group by exchange, field
)
select r.exchange, r.field, r.records, r.fill_share, e.minimum
from rate r
left join expectation e using (exchange, field);
