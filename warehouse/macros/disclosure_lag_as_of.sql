-- Use: disclosure_lag as the market could know it at an instant, by available_at. Today's parse of what was then available.
create or replace macro disclosure_lag_as_of(instant) as table
select * from disclosure_lag where available_at <= instant;
comment on macro table disclosure_lag_as_of is 'disclosure_lag as the market could know it at the instant, by available_at; today''s parse of what was then available';
