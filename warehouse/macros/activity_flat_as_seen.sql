-- Use: activity_flat as this warehouse could hold it at an instant, by first_seen_at. Today's parse of what was then available.
create or replace macro activity_flat_as_seen(instant) as table
select * from activity_flat where first_seen_at <= instant;
comment on macro table activity_flat_as_seen is 'activity_flat as this warehouse could hold it at the instant, by first_seen_at; today''s parse of what was then available';
