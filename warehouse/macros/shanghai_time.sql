-- Use: an instant as local time of Asia/Shanghai (no summer time since 1991), in core DuckDB.
create or replace macro shanghai_time(instant) as
make_timestamp(epoch_us(instant) + 28800000000);
comment on macro shanghai_time is 'local time in Asia/Shanghai of an instant';
