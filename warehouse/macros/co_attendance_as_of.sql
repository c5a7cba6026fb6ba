-- Use: co_attendance as the market could know it at an instant, by available_at. Today's parse of what was then available.
create or replace macro co_attendance_as_of(instant) as table
select * from co_attendance_at(instant, 'infinity'::timestamptz);
comment on macro table co_attendance_as_of is 'co_attendance as the market could know it at the instant, by available_at; today''s parse of what was then available';
