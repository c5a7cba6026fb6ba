-- Use: repeated_question as this warehouse could hold it at an instant, by first_seen_at of both records. Today's parse of what was then available.
create or replace macro repeated_question_as_seen(instant) as table
select q.* from repeated_question q
where q.first_seen_at <= instant
  and q.repeats_record_id in (select record_id from derived.record where first_seen_at <= instant);
comment on macro table repeated_question_as_seen is 'repeated_question as this warehouse could hold it at the instant, by first_seen_at of both records; today''s parse of what was then available';
