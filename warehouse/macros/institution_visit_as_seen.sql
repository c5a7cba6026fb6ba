-- Use: institution_visit as this warehouse could hold it at an instant, by first_seen_at; visits are counted among those it held. Today's parse of what was then available.
create or replace macro institution_visit_as_seen(instant) as table
select * replace (
  row_number() over known as visit_number, row_number() over known = 1 as is_first_visit,
  start_on - lag(start_on) over known as days_since_visit
)
from institution_visit
where first_seen_at <= instant
window known as (
  partition by company_id, institution_key order by available_at nulls last, start_on nulls last, activity_id
);
comment on macro table institution_visit_as_seen is 'institution_visit as this warehouse could hold it at the instant, by first_seen_at, numbered among the visits it held; today''s parse of what was then available';
