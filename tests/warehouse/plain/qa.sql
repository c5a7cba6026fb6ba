-- Grain: one question with its whole answer. Use: search and read what was asked, with its meeting, topics and page.
create or replace view qa as
with placed as (
  select record_id, ordinal, min(page) as page from region where kind = 'question' group by record_id, ordinal
), dated as (
  select record_id, min(start_on) as start_on from activity_session group by record_id
), ticked as (
  select record_id, list(category order by ordinal) as categories from activity_category group by record_id
), sorted as (
  select record_id, ordinal, list(topic order by topic) as topics from question_topic group by record_id, ordinal
), visitors as (
  select record_id, count(distinct institution) as institutions from participant group by record_id
)
select
  q.record_id, q.ordinal, o.security_code, o.security_name, o.exchange, o.disclosed_on, o.available_at, d.start_on,
  q.question, q.answer, p.page, o.address, o.activity_id, o.company_id, o.board, o.first_seen_at, c.categories,
  t.topics, coalesce(v.institutions, 0) as institutions, length(q.answer)::integer as answer_length
from question q
join record_source o using (record_id)
left join dated d using (record_id)
left join placed p using (record_id, ordinal)
left join ticked c using (record_id)
left join sorted t using (record_id, ordinal)
left join visitors v using (record_id);
