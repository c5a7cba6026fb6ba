-- Use: visit as this warehouse could hold it at an instant, by first_seen_at. Today's parse of what was then available.
create or replace macro visit_as_seen(instant) as table
select * from visit where first_seen_at <= instant;
comment on macro table visit_as_seen is 'visit as this warehouse could hold it at the instant, by first_seen_at; today''s parse of what was then available';
