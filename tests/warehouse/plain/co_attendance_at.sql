-- Use: co_attendance over what could be known at one instant and was seen at another; see its view.
create or replace macro co_attendance_at(available_until, seen_until) as table
with came as (
  select activity_id, institution_key, institution_name, company_id, start_on
  from institution_visit
  where coalesce(available_at, 'infinity') <= available_until and coalesce(first_seen_at, 'infinity') <= seen_until
)
select
  a.institution_key, b.institution_key as other_key,
  first(a.institution_name order by a.activity_id) as institution_name,
  first(b.institution_name order by b.activity_id) as other_name,
  count(*) as meetings, count(distinct a.company_id) as companies, min(a.start_on) as first_on, max(a.start_on) as last_on
from came a
join came b on b.activity_id = a.activity_id and b.institution_key > a.institution_key
group by a.institution_key, b.institution_key;
