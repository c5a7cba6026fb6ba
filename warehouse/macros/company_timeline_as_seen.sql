-- Use: company_timeline as this warehouse could hold it at an instant, by first_seen_at. Today's parse of what was then available.
create or replace macro company_timeline_as_seen(instant) as table
select * from company_timeline where first_seen_at <= instant;
comment on macro table company_timeline_as_seen is 'company_timeline as this warehouse could hold it at the instant, by first_seen_at; today''s parse of what was then available';
