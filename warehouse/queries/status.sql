-- Freshness and completeness by source and partition; companies' own feeds together.
select
  source, case when regexp_matches(partition, '^\d{6}-\d+$') then 'companies' else partition end as partition,
  max(day) filter (where grade <> 'open') as proved,
  count(*) filter (where grade = 'open') as open,
  sum(listed)::integer as listed, sum(fetched)::integer as fetched,
  sum(parsed)::integer as parsed, sum(refused)::integer as refused
from listing_day
group by all
order by 1, 2;
