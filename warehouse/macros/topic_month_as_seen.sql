-- Use: topic_month as this warehouse could hold it at an instant, by first_seen_at. Today's parse of what was then available.
create or replace macro topic_month_as_seen(instant) as table
select * from topic_month_at('infinity'::timestamptz, instant);
comment on macro table topic_month_as_seen is 'topic_month as this warehouse could hold it at the instant, by first_seen_at; today''s parse of what was then available';
