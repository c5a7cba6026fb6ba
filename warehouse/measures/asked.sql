-- The questions of the given companies with what they are compared by.
create or replace temp table asked as
with known as (
  select activity_id, min(available_at) as known_at from record_source group by activity_id
)
select
  q.record_id, q.ordinal, s.company_id, s.activity_id, k.known_at, plain_text(q.question) as question,
  plain_text(q.answer) as answer, length(plain_text(regexp_replace(q.answer, $pattern, '', 'g'))) as own_characters
from question q
join record_source s using (record_id)
join known k using (activity_id)
where s.company_id in (select unnest(from_json($companies::json, '["VARCHAR"]')));
