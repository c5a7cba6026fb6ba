-- Grain: one question that repeats an earlier one of the same company. Use: how an answer changed since it was first asked.
create or replace view repeated_question as
select
  q.record_id, q.ordinal, o.company_id, o.security_code, o.security_name, o.start_on, o.available_at, o.first_seen_at,
  p.start_on as earlier_on, q.question, b.answer as earlier_answer, q.answer, m.novelty, m.repeats_record_id,
  m.repeats_ordinal
from answer_measure m
join derived.record o using (record_id)
join question q using (record_id, ordinal)
join derived.record p on p.record_id = m.repeats_record_id
join question b on b.record_id = m.repeats_record_id and b.ordinal = m.repeats_ordinal;
comment on view repeated_question is 'One question that repeats an earlier one of the same company, with both answers';
comment on column repeated_question.record_id is 'the activity record';
comment on column repeated_question.ordinal is 'order in the record, from 1';
comment on column repeated_question.company_id is 'org_id of the issuer, else its code';
comment on column repeated_question.security_code is '证券代码, printed, else of the announcement';
comment on column repeated_question.security_name is '证券简称, printed, else of the listing';
comment on column repeated_question.start_on is 'first day of the meeting';
comment on column repeated_question.available_at is 'instant from which the market could know';
comment on column repeated_question.first_seen_at is 'instant from which this warehouse''s sources showed it';
comment on column repeated_question.earlier_on is 'first day of the earlier meeting';
comment on column repeated_question.question is '问题';
comment on column repeated_question.earlier_answer is '回答 then, whole';
comment on column repeated_question.answer is '回答, whole';
comment on column repeated_question.novelty is 'share of the answer''s shingles that no earlier meeting''s answers of the company hold';
comment on column repeated_question.repeats_record_id is 'the earlier record';
comment on column repeated_question.repeats_ordinal is 'of the earlier question';
