-- Companies of which the derived tables know other things than when they were last made, with the number of answers.
with told as (  -- a record counts for its own company and for the one of its meeting
  select r.record_id, r.fingerprint, r.activity_id, r.questions, unnest([r.company_id, t.company_id]) as company_id
  from derived.record r
  join derived.record t on t.activity_id is not distinct from r.activity_id and t.tells
), now as (
  select
    coalesce(company_id, '') as company_id, sum(questions)::bigint as answers,
    $state || '-' || bit_xor(hash(record_id, fingerprint)) as hash
  from (select distinct * from told)
  group by coalesce(company_id, '')
)
select n.company_id, n.hash, n.answers
from now n
left join bookkeeping.measured m using (company_id)
where m.hash is distinct from n.hash
order by n.company_id;
