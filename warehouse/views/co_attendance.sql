-- Grain: an institution and another that came to the same meeting; each pair stands here from both sides, so that one
-- institution_name finds all that go with it. Use: who goes with whom; institution_key < other_key shows each pair once.
-- Typical: one house, named as a literal, today or as_of an instant: under a second. All pairs of the market are tens of
-- millions: put them into a table of your own.
create or replace view co_attendance as
select * from co_attendance_at('infinity'::timestamptz, 'infinity'::timestamptz);
comment on view co_attendance is 'An institution and another that came to the same meetings; each pair stands here from both sides';
comment on column co_attendance.institution_key is 'id in the register, else the name as printed';
comment on column co_attendance.other_key is 'the same for the other';
comment on column co_attendance.institution_name is 'short name in the register, else as printed';
comment on column co_attendance.other_name is 'the same for the other';
comment on column co_attendance.meetings is 'meetings that both came to';
comment on column co_attendance.companies is 'different companies met there';
comment on column co_attendance.first_on is 'first day of the first such meeting';
comment on column co_attendance.last_on is 'first day of the last such meeting';
