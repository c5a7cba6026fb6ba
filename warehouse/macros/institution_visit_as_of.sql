-- Use: institution_visit as the market could know it at an instant, by available_at. Today's parse of what was then available.
create or replace macro institution_visit_as_of(instant) as table
select * from institution_visit where available_at <= instant;
comment on macro table institution_visit_as_of is 'institution_visit as the market could know it at the instant, by available_at; today''s parse of what was then available';
