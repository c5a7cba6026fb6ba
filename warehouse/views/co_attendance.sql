-- Grain: two institutions that came to the same meeting. Use: who goes with whom.
create or replace view co_attendance as
select * from co_attendance_at('infinity'::timestamptz, 'infinity'::timestamptz);
comment on view co_attendance is 'Two institutions that came to the same meetings, each pair once';
comment on column co_attendance.institution_key is 'id in the register, else the name as printed';
comment on column co_attendance.other_key is 'the same for the second, behind the first in order';
comment on column co_attendance.institution_name is 'short name in the register, else as printed';
comment on column co_attendance.other_name is 'the same for the second';
comment on column co_attendance.meetings is 'meetings that both came to';
comment on column co_attendance.companies is 'different companies met there';
comment on column co_attendance.first_on is 'first day of the first such meeting';
comment on column co_attendance.last_on is 'first day of the last such meeting';
