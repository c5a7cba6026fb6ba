-- Use: the quarter of an instant in Asia/Shanghai, as its first day.
create or replace macro quarter_of(instant) as
date_trunc('quarter', shanghai_time(instant))::date;
comment on macro quarter_of is 'first day of the quarter of an instant, in Asia/Shanghai';
