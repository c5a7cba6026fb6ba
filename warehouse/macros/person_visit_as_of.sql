-- Use: person_visit as the market could know it at an instant, by available_at. Today's parse of what was then available.
create or replace macro person_visit_as_of(instant) as table
select * from person_visit where available_at <= instant;
comment on macro table person_visit_as_of is 'person_visit as the market could know it at the instant, by available_at; today''s parse of what was then available';
