-- Use: topic_month as the market could know it at an instant, by available_at. Today's parse of what was then available.
create or replace macro topic_month_as_of(instant) as table
select * from topic_month_at(instant, 'infinity'::timestamptz);
comment on macro table topic_month_as_of is 'topic_month as the market could know it at the instant, by available_at; today''s parse of what was then available';
