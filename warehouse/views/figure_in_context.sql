-- Grain: one figure of an answer. Use: what a company said in numbers, of what, when and where it stands; filter by unit and compared.
create or replace view figure_in_context as
select
  f.record_id, f.ordinal, f.number, q.company_id, q.security_code, q.security_name, q.exchange, q.board, q.start_on,
  q.disclosed_on, q.available_at, q.first_seen_at, f.amount, f.value, f.low, f.high, f.unit, f.approximation,
  f.compared, f.change, f.before, f.after, q.question, q.topics, q.page, q.address, f.answer_start, f.answer_end
from figure f
join qa q using (record_id, ordinal);
comment on view figure_in_context is 'One figure of an answer, with its question, company, dates and page';
comment on column figure_in_context.record_id is 'the activity record';
comment on column figure_in_context.ordinal is 'of the question, from 1';
comment on column figure_in_context.number is 'of the figure, from 1 within the answer';
comment on column figure_in_context.company_id is 'org_id of the issuer, else its code';
comment on column figure_in_context.security_code is '证券代码, printed, else of the announcement';
comment on column figure_in_context.security_name is '证券简称, printed, else of the listing';
comment on column figure_in_context.exchange is 'SZSE, SSE or BSE';
comment on column figure_in_context.board is 'main, chinext, star or bse';
comment on column figure_in_context.start_on is 'first day of the meeting';
comment on column figure_in_context.disclosed_on is 'nominal day of disclosure';
comment on column figure_in_context.available_at is 'instant from which the market could know';
comment on column figure_in_context.first_seen_at is 'instant from which this warehouse''s sources showed it';
comment on column figure_in_context.amount is 'as printed, with its unit';
comment on column figure_in_context.value is 'the number in the unit; null for a range';
comment on column figure_in_context.low is 'lower end of a range, in the unit';
comment on column figure_in_context.high is 'upper end of a range, in the unit';
comment on column figure_in_context.unit is 'unit of value, low and high; null where none is printed';
comment on column figure_in_context.approximation is 'about, nearly, over or under: 约, 近, 超过, 不到; null where it is said to be exact';
comment on column figure_in_context.compared is 'yoy 同比 or qoq 环比, where the figure is such a change';
comment on column figure_in_context.change is 'up or down: 增长, 下降';
comment on column figure_in_context.before is 'up to 12 characters before it';
comment on column figure_in_context.after is 'up to 12 characters behind it';
comment on column figure_in_context.question is '问题';
comment on column figure_in_context.topics is 'ids of the question''s topics; null where none was recognised';
comment on column figure_in_context.page is 'first page on which the question stands; null for files without pages';
comment on column figure_in_context.address is 'where the file was fetched';
comment on column figure_in_context.answer_start is 'where it begins in question.answer, in characters from 0';
comment on column figure_in_context.answer_end is 'the first character behind it in question.answer';
