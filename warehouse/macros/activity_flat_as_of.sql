-- Use: activity_flat as the market could know it at an instant, by available_at. Today's parse of what was then available.
create or replace macro activity_flat_as_of(instant) as table
select * from activity_flat where available_at <= instant;
comment on macro table activity_flat_as_of is 'activity_flat as the market could know it at the instant, by available_at; today''s parse of what was then available';
