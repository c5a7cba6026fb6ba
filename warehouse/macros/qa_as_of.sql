-- Use: qa as the market could know it at an instant, by available_at. Today's parse of what was then available.
create or replace macro qa_as_of(instant) as table
select * from qa where available_at <= instant;
comment on macro table qa_as_of is 'qa as the market could know it at the instant, by available_at; today''s parse of what was then available';
