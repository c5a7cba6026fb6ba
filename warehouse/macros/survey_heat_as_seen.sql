-- Use: survey_heat as this warehouse could hold it at an instant, by first_seen_at. Today's parse of what was then available.
create or replace macro survey_heat_as_seen(instant) as table
select * from survey_heat_at('infinity'::timestamptz, instant);
comment on macro table survey_heat_as_seen is 'survey_heat as this warehouse could hold it at the instant, by first_seen_at; today''s parse of what was then available';
