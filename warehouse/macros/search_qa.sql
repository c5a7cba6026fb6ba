-- Use: questions and answers that hold a word, or match a regular expression (is_pattern := true); newest first, the hit in【】.
create or replace macro search_qa(word, is_pattern := false) as table
with hit as materialized (
  select record_id, ordinal, question, answer
  from question
  where case
    when is_pattern
      then regexp_matches(question, hit_pattern(word, is_pattern)) or regexp_matches(answer, hit_pattern(word, is_pattern))
    when lower(word) = upper(word) then contains(question, word) or contains(answer, word)  -- Han: no need to lower texts
    else contains(lower(question), lower(word)) or contains(lower(answer), lower(word))
  end
), dated as (
  select record_id, min(start_on) as start_on from activity_session semi join hit using (record_id) group by record_id
), placed as (
  select record_id, ordinal, min(page) as page
  from region semi join hit using (record_id, ordinal)
  where kind = 'question'
  group by record_id, ordinal
)
select
  m.record_id, m.ordinal, o.security_code, o.security_name, d.start_on, o.available_at, p.page,
  regexp_replace(m.question, hit_pattern(word, is_pattern), '【\1】', 'g') as question,
  regexp_replace(
    regexp_extract(m.answer, '(?s).{0,40}' || hit_pattern(word, is_pattern) || '.{0,80}'),
    hit_pattern(word, is_pattern), '【\1】', 'g'
  ) as hit,
  m.answer, o.address
from hit m
join record_source o using (record_id)
left join dated d using (record_id)
left join placed p using (record_id, ordinal)
order by d.start_on desc nulls last, m.record_id, m.ordinal;
comment on macro table search_qa is 'questions and answers that hold a word 词 (or match a pattern), newest first, the hit in【】; hit is empty where only the question holds it';
