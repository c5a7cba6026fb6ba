-- Use: the month of an instant in Asia/Shanghai, as its first day.
create or replace macro month_of(instant) as
date_trunc('month', shanghai_time(instant))::date;
comment on macro month_of is 'first day of the month of an instant, in Asia/Shanghai';
