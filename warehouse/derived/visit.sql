-- Institutions, and people of them, at the meetings of the companies that are due.
delete from derived.visit where coalesce(company_id, '') in (select company_id from due);
delete from derived.person_visit where coalesce(company_id, '') in (select company_id from due);

create or replace temp table came as
with met as (
  from derived.record where tells and coalesce(company_id, '') in (select company_id from due)
)
select
  m.activity_id, coalesce(p.institution_id, p.institution) as institution_key,
  coalesce(i.short_name, p.institution) as institution_name, i.type as institution_type, p.person, m.company_id,
  m.security_code, m.security_name, m.exchange, m.board, m.start_on, m.end_on, m.disclosed_on, r.available_at,
  r.first_seen_at
from met m
join derived.record r using (activity_id)
join participant p on p.record_id = r.record_id
left join institution i using (institution_id)
where p.institution is not null;

insert into derived.visit by name
with visit as (
  select * exclude (person, available_at, first_seen_at), count(distinct person) as people,
    min(available_at) as available_at, min(first_seen_at) as first_seen_at
  from came
  group by all
)
select *, row_number() over known as visit_number, start_on - lag(start_on) over known as days_since_visit
from visit
window known as (
  partition by company_id, institution_key order by available_at nulls last, start_on nulls last, activity_id
)
order by company_id, available_at, activity_id, institution_key;

insert into derived.person_visit by name
with visit as (
  select * exclude (exchange, board, end_on, available_at, first_seen_at), institution_key || '/' || person as person_key,
    min(available_at) as available_at, min(first_seen_at) as first_seen_at
  from came
  where person is not null
  group by all
)
select *, row_number() over (
  partition by company_id, person_key order by available_at nulls last, start_on nulls last, activity_id
) as visit_number
from visit
order by company_id, available_at, activity_id, person_key;
drop table came;
