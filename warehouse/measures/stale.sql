-- Companies whose answers, meetings or set phrases are others than when they were last measured, with their number.
with known as (
  select activity_id, min(available_at) as known_at from record_source group by activity_id
), now as (
  select
    s.company_id, count(*) as answers,
    $phrases || '-' || count(*) || '-' || bit_xor(hash(q.record_id, q.ordinal, q.question, q.answer, s.activity_id, k.known_at))
      as hash
  from question q
  join record_source s using (record_id)
  join known k using (activity_id)
  where s.company_id is not null
  group by s.company_id
)
select n.company_id, n.hash, n.answers
from now n
left join bookkeeping.measured m using (company_id)
where m.hash is distinct from n.hash
order by n.company_id;
