-- Grain: one person at one meeting, known within an institution. Use: who came again; two people of one name and house are one.
create or replace view person_visit as
with came as (
  select
    o.activity_id, coalesce(p.institution_id, p.institution) as institution_key, p.person,
    first(coalesce(i.short_name, p.institution) order by p.record_id, p.ordinal) as institution_name,
    first(i.type order by p.record_id, p.ordinal) as institution_type,
    min(o.available_at) as available_at, min(o.first_seen_at) as first_seen_at
  from participant p
  join record_source o using (record_id)
  left join institution i using (institution_id)
  where p.institution is not null and p.person is not null
  group by o.activity_id, coalesce(p.institution_id, p.institution), p.person
), met as (
  select
    institution_key || '/' || person as person_key, c.*, f.company_id, f.security_code, f.security_name, f.start_on,
    f.disclosed_on
  from came c
  join activity_flat f using (activity_id)
)
select
  activity_id, person_key, person, institution_key, institution_name, institution_type, company_id, security_code,
  security_name, start_on, disclosed_on, available_at, first_seen_at,
  row_number() over (
    partition by company_id, person_key order by available_at nulls last, start_on nulls last, activity_id
  ) as visit_number
from met;
