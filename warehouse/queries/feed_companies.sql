-- Companies whose own feed was not read over these days; a month at the end is the common feed's.
with proved as (
  select split_part(partition, '-', 1) as security_code, min(day) as first_day, max(day) as last_day
  from listing_day
  where source = 'sse' and grade <> 'open' and regexp_matches(partition, '^\d{6}-\d+$')
  group by partition
)
select c.security_code, c.uid
from feed_company c
where not exists (
  from proved p
  where p.security_code = c.security_code and p.first_day <= $start and p.last_day >= $end::date - 29
)
order by c.security_code;
