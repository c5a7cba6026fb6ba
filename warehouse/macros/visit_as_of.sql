-- Use: visit as the market could know it at an instant, by available_at. Today's parse of what was then available.
create or replace macro visit_as_of(instant) as table
select * from visit where available_at <= instant;
comment on macro table visit_as_of is 'visit as the market could know it at the instant, by available_at; today''s parse of what was then available';
