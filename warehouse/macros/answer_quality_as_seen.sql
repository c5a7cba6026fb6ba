-- Use: answer_quality as this warehouse could hold it at an instant, by first_seen_at; novelty and repeats are measured against what the market could know. Today's parse of what was then available.
create or replace macro answer_quality_as_seen(instant) as table
select * from answer_quality where first_seen_at <= instant;
comment on macro table answer_quality_as_seen is 'answer_quality as this warehouse could hold it at the instant, by first_seen_at; novelty and repeats against what the market could know; today''s parse of what was then available';
