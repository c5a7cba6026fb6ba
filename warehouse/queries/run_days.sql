-- What a run did by source and day, the newest first: what was promised, listed, new, and became of the files.
select
  day, source,
  case when bool_or(grade = 'open') then 'open' when bool_and(grade = 'counted') then 'counted' else 'walked' end as grade,
  sum(promised)::integer as promised, sum(listed)::integer as listed, sum(new)::integer as new,
  sum(fetched)::integer as fetched, sum(parsed)::integer as parsed, sum(refused)::integer as refused,
  string_agg(distinct reason, '; ') as reason
from listing_day
where changed_in_run = $run_id
group by day, source
order by day desc, source;
