-- Use: co_attendance over what could be known at one instant and was seen at another; see its view.
create or replace macro co_attendance_at(available_until, seen_until) as table
select
  a.institution_key, b.institution_key as other_key, a.institution_name, b.institution_name as other_name,
  count(*) as meetings, count(distinct a.company_id) as companies, min(a.start_on) as first_on, max(a.start_on) as last_on
from visit_known(available_until, seen_until) a
join visit_known(available_until, seen_until) b
  on b.activity_id = a.activity_id and b.institution_key <> a.institution_key
group by a.institution_key, b.institution_key, a.institution_name, b.institution_name;
comment on macro table co_attendance_at is 'co_attendance over rows with available_at and first_seen_at up to the two instants; today''s parse of what was then available';
