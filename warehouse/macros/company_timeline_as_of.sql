-- Use: company_timeline as the market could know it at an instant, by available_at. Today's parse of what was then available.
create or replace macro company_timeline_as_of(instant) as table
select * from company_timeline where available_at <= instant;
comment on macro table company_timeline_as_of is 'company_timeline as the market could know it at the instant, by available_at; today''s parse of what was then available';
