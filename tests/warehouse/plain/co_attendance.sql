-- Grain: two institutions that came to the same meeting. Use: who goes with whom.
create or replace view co_attendance as
select * from co_attendance_at('infinity'::timestamptz, 'infinity'::timestamptz);
