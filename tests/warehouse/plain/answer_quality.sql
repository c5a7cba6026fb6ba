-- Grain: one question with its answer. Use: how long, how new and how formulaic an answer is, against what the company said before.
create or replace view answer_quality as
select
  q.record_id, q.ordinal, q.activity_id, q.company_id, q.security_code, q.security_name, q.exchange, q.start_on,
  q.available_at, q.first_seen_at, q.question, q.answer, m.question_characters, m.answer_characters,
  m.boilerplate_share, m.novelty, m.question_novelty, m.repeats_record_id is not null as is_repeated,
  m.repeats_record_id, m.repeats_ordinal
from qa q
join answer_measure m using (record_id, ordinal);
