-- Grain: one question with its whole answer. Use: search and read what was asked, with its meeting, topics and page.
create or replace view qa as
select
  q.record_id, q.ordinal, o.security_code, o.security_name, o.exchange, o.disclosed_on, o.available_at, o.start_on,
  q.question, q.answer,
  (
    select min(page) from region g where g.record_id = q.record_id and g.ordinal = q.ordinal and g.kind = 'question'
  ) as page,
  o.address, o.activity_id, o.company_id, o.board, o.first_seen_at, o.categories,
  (
    select list(topic order by topic) from question_topic t where t.record_id = q.record_id and t.ordinal = q.ordinal
  ) as topics,
  o.institutions, length(q.answer)::integer as answer_length
from question q
join derived.record o using (record_id);
comment on view qa is 'One question with its whole answer, its security, dates, meeting, topics and page';
comment on column qa.record_id is 'the activity record';
comment on column qa.ordinal is 'order in the record, from 1';
comment on column qa.security_code is '证券代码, printed, else of the announcement';
comment on column qa.security_name is '证券简称, printed, else of the listing';
comment on column qa.exchange is 'SZSE, SSE or BSE';
comment on column qa.disclosed_on is 'nominal day of disclosure';
comment on column qa.available_at is 'instant from which the market could know';
comment on column qa.start_on is 'first day of the meeting';
comment on column qa.question is '问题';
comment on column qa.answer is '回答, whole';
comment on column qa.page is 'first page on which it stands; null for files without pages';
comment on column qa.address is 'where the file was fetched';
comment on column qa.activity_id is 'the meeting 活动';
comment on column qa.company_id is 'org_id of the issuer, else its code';
comment on column qa.board is 'main, chinext, star or bse';
comment on column qa.first_seen_at is 'instant from which this warehouse''s sources showed it';
comment on column qa.categories is 'ticked 活动类别, in order';
comment on column qa.topics is 'ids of its topics, by id; null where none was recognised';
comment on column qa.institutions is 'different institutions named at the meeting';
comment on column qa.answer_length is 'characters of the answer';
