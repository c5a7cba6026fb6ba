-- Use: qa as this warehouse could hold it at an instant, by first_seen_at. Today's parse of what was then available.
create or replace macro qa_as_seen(instant) as table
select * from qa where first_seen_at <= instant;
comment on macro table qa_as_seen is 'qa as this warehouse could hold it at the instant, by first_seen_at; today''s parse of what was then available';
