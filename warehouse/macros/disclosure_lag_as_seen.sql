-- Use: disclosure_lag as this warehouse could hold it at an instant, by first_seen_at. Today's parse of what was then available.
create or replace macro disclosure_lag_as_seen(instant) as table
select * from disclosure_lag where first_seen_at <= instant;
comment on macro table disclosure_lag_as_seen is 'disclosure_lag as this warehouse could hold it at the instant, by first_seen_at; today''s parse of what was then available';
