-- Use: co_attendance as this warehouse could hold it at an instant, by first_seen_at. Today's parse of what was then available.
create or replace macro co_attendance_as_seen(instant) as table
select * from co_attendance_at('infinity'::timestamptz, instant);
comment on macro table co_attendance_as_seen is 'co_attendance as this warehouse could hold it at the instant, by first_seen_at; today''s parse of what was then available';
