-- Use: survey_heat as the market could know it at an instant, by available_at. Today's parse of what was then available.
create or replace macro survey_heat_as_of(instant) as table
select * from survey_heat_at(instant, 'infinity'::timestamptz);
comment on macro table survey_heat_as_of is 'survey_heat as the market could know it at the instant, by available_at; today''s parse of what was then available';
