-- Freshness and completeness by source and partition.
select
  source, partition,
  max(day) filter (where grade <> 'open') as proved,
  count(*) filter (where grade = 'open') as open,
  sum(listed)::integer as listed, sum(fetched)::integer as fetched,
  sum(parsed)::integer as parsed, sum(refused)::integer as refused
from listing_day
group by source, partition
order by source, partition;
