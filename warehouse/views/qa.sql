-- Grain: one question with its whole answer. Use: search and read what was asked, with date, security and page.
create or replace view qa as
with placed as (
  select record_id, ordinal, min(page) as page from region where kind = 'question' group by record_id, ordinal
)
select
  q.record_id, q.ordinal, o.security_code, o.security_name, o.exchange, o.disclosed_on, o.available_at, o.start_on,
  q.question, q.answer, p.page, o.address
from question q
join record_overview o using (record_id)
left join placed p using (record_id, ordinal);
comment on view qa is 'One question with its whole answer, its security, dates and page';
comment on column qa.record_id is 'the activity record';
comment on column qa.ordinal is 'order in the record, from 1';
comment on column qa.security_code is '证券代码';
comment on column qa.security_name is '证券简称';
comment on column qa.exchange is 'SZSE, SSE or BSE';
comment on column qa.disclosed_on is 'nominal day of disclosure';
comment on column qa.available_at is 'instant from which the market could know';
comment on column qa.start_on is 'first day of the meeting';
comment on column qa.question is '问题';
comment on column qa.answer is '回答, whole';
comment on column qa.page is 'first page on which it stands; null for files without pages';
comment on column qa.address is 'where the file was fetched';
