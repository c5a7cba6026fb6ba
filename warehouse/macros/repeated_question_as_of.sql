-- Use: repeated_question as the market could know it at an instant, by available_at. Today's parse of what was then available.
create or replace macro repeated_question_as_of(instant) as table
select * from repeated_question where available_at <= instant;
comment on macro table repeated_question_as_of is 'repeated_question as the market could know it at the instant, by available_at; today''s parse of what was then available';
