-- Grain: one question that repeats an earlier one of the same company. Use: how an answer changed since it was first asked.
create or replace view repeated_question as
select
  a.record_id, a.ordinal, a.company_id, a.security_code, a.security_name, a.start_on, a.available_at, a.first_seen_at,
  b.start_on as earlier_on, a.question, b.answer as earlier_answer, a.answer, a.novelty, a.repeats_record_id,
  a.repeats_ordinal
from answer_quality a
join qa b on b.record_id = a.repeats_record_id and b.ordinal = a.repeats_ordinal
where a.is_repeated;
