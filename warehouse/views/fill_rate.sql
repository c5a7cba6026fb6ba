-- Grain: exchange and field of a record. Use: how many records have a field, beside the least that is expected.
create or replace view fill_rate as
with has as (
  select
    o.exchange,
    unnest(['security_code', 'security_name', 'company_name', 'record_no', 'location', 'signed_on', 'session',
      'start_time', 'category', 'participant', 'person', 'host', 'host_title', 'question', 'attachment']) as field,
    unnest([r.security_code is not null, r.security_name is not null, r.company_name is not null,
      r.record_no is not null, o.location is not null, o.signed_on is not null, o.start_on is not null,
      o.start_time is not null, o.categories is not null, o.institutions + o.people > 0, o.people > 0,
      o.host_names is not null, coalesce(list_aggregate(o.host_titles, 'count') > 0, false), o.questions > 0,
      a.record_id is not null]) as is_filled
  from derived.record o
  join activity_record r using (record_id)
  left join (select distinct record_id from attachment) a using (record_id)
), rate as (
  select exchange, field, count(*) as records, count(*) filter (is_filled) / count(*) as fill_share
  from has
  group by exchange, field
)
select r.exchange, r.field, r.records, r.fill_share, e.minimum
from rate r
left join expectation e using (exchange, field);
comment on view fill_rate is 'How many records of an exchange have a field';
comment on column fill_rate.exchange is 'SZSE, SSE or BSE';
comment on column fill_rate.field is 'the field, or the table of rows of which there is one at least';
comment on column fill_rate.records is 'records of the exchange';
comment on column fill_rate.fill_share is 'share of them that have it';
comment on column fill_rate.minimum is 'the least that is expected; null where nothing is';
