-- Use: person_visit as this warehouse could hold it at an instant, by first_seen_at; visits are counted among those it held. Today's parse of what was then available.
create or replace macro person_visit_as_seen(instant) as table
select * replace (
  row_number() over (
    partition by company_id, person_key order by available_at nulls last, start_on nulls last, activity_id
  ) as visit_number
)
from person_visit
where first_seen_at <= instant;
comment on macro table person_visit_as_seen is 'person_visit as this warehouse could hold it at the instant, by first_seen_at, numbered among the visits it held; today''s parse of what was then available';
