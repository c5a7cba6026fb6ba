-- Grain: one institution at one meeting, however many records and people tell of it. Use: first visits against repeated ones.
create or replace view institution_visit as
with came as (
  select
    o.activity_id, coalesce(p.institution_id, p.institution) as institution_key,
    first(coalesce(i.short_name, p.institution) order by p.record_id, p.ordinal) as institution_name,
    first(i.type order by p.record_id, p.ordinal) as institution_type,
    count(distinct p.person) as people,
    min(o.available_at) as available_at, min(o.first_seen_at) as first_seen_at
  from participant p
  join record_source o using (record_id)
  left join institution i using (institution_id)
  where p.institution is not null
  group by o.activity_id, coalesce(p.institution_id, p.institution)
), met as (
  select
    c.*, f.company_id, f.security_code, f.security_name, f.exchange, f.board, f.start_on, f.end_on, f.disclosed_on
  from came c
  join activity_flat f using (activity_id)
), numbered as (
  select *, row_number() over known as visit_number, start_on - lag(start_on) over known as days_since_visit
  from met
  window known as (
    partition by company_id, institution_key order by available_at nulls last, start_on nulls last, activity_id
  )
)
select
  activity_id, institution_key, institution_name, institution_type, people, company_id, security_code, security_name,
  exchange, board, start_on, end_on, disclosed_on, available_at, first_seen_at, visit_number,
  visit_number = 1 as is_first_visit, days_since_visit
from numbered;
