-- Use: answer_quality as the market could know it at an instant, by available_at. Today's parse of what was then available.
create or replace macro answer_quality_as_of(instant) as table
select * from answer_quality where available_at <= instant;
comment on macro table answer_quality_as_of is 'answer_quality as the market could know it at the instant, by available_at; today''s parse of what was then available';
