-- The questions of the companies that are due with what they are compared by; meetings are numbered as they could be known.
create or replace temp table asked as
select
  *, row_number() over () as number,
  case when known_at is not null then dense_rank() over (order by known_at, activity_id) end as meeting
from (
  select
    q.record_id, q.ordinal, s.company_id, s.activity_id, t.available_at as known_at,
    plain_text(q.question) as question, plain_text(q.answer) as answer,
    length(plain_text(regexp_replace(q.answer, $pattern, '', 'g'))) as own_characters
  from question q
  join derived.record s using (record_id)
  join derived.record t on t.activity_id = s.activity_id and t.tells
  where s.company_id in (select company_id from batch)
);
