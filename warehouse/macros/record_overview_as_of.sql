-- Use: record_overview as the market could know it at an instant, by available_at. Today's parse of what was then available.
create or replace macro record_overview_as_of(instant) as table
select * from record_overview where available_at <= instant;
comment on macro table record_overview_as_of is 'record_overview as the market could know it at the instant, by available_at; today''s parse of what was then available';
