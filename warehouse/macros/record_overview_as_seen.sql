-- Use: record_overview as this warehouse could hold it at an instant, by first_seen_at. Today's parse of what was then available.
create or replace macro record_overview_as_seen(instant) as table
select * from record_overview where first_seen_at <= instant;
comment on macro table record_overview_as_seen is 'record_overview as this warehouse could hold it at the instant, by first_seen_at; today''s parse of what was then available';
