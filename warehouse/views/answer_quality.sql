-- Grain: one question with its answer. Use: how long, how new and how formulaic an answer is, against what the company said before.
create or replace view answer_quality as
select
  q.record_id, q.ordinal, o.activity_id, o.company_id, o.security_code, o.security_name, o.exchange, o.start_on,
  o.available_at, o.first_seen_at, q.question, q.answer, m.question_characters, m.answer_characters,
  m.boilerplate_share, m.novelty, m.question_novelty, m.repeats_record_id is not null as is_repeated,
  m.repeats_record_id, m.repeats_ordinal
from question q
join answer_measure m using (record_id, ordinal)
join derived.record o using (record_id);
comment on view answer_quality is 'One question with the measures of its answer';
comment on column answer_quality.record_id is 'the activity record';
comment on column answer_quality.ordinal is 'order in the record, from 1';
comment on column answer_quality.activity_id is 'the meeting 活动';
comment on column answer_quality.company_id is 'org_id of the issuer, else its code';
comment on column answer_quality.security_code is '证券代码, printed, else of the announcement';
comment on column answer_quality.security_name is '证券简称, printed, else of the listing';
comment on column answer_quality.exchange is 'SZSE, SSE or BSE';
comment on column answer_quality.start_on is 'first day of the meeting';
comment on column answer_quality.available_at is 'instant from which the market could know';
comment on column answer_quality.first_seen_at is 'instant from which this warehouse''s sources showed it';
comment on column answer_quality.question is '问题';
comment on column answer_quality.answer is '回答, whole';
comment on column answer_quality.question_characters is 'letters, digits and Han characters of the question';
comment on column answer_quality.answer_characters is 'letters, digits and Han characters of the answer';
comment on column answer_quality.boilerplate_share is 'share of them in set phrases (greetings, thanks, references to announcements); null for an empty answer';
comment on column answer_quality.novelty is 'share of the answer''s 4-character shingles that no earlier meeting''s answers of the company hold; null for shorter ones';
comment on column answer_quality.question_novelty is 'the same for the question against earlier questions';
comment on column answer_quality.is_repeated is 'the company was asked the same before';
comment on column answer_quality.repeats_record_id is 'the earliest record of an earlier meeting that holds the same question, letter for letter';
comment on column answer_quality.repeats_ordinal is 'of that question';
