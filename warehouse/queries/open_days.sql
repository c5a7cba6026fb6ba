-- Days of partitions that are open, by reason: first and last of them, and how many.
select
  regexp_extract(coalesce(reason, ''), '^(\w+): ', 1) as reason, source, partition, min(day) as first_day,
  max(day) as last_day, count(*)::integer as days, list(day order by day) as dates, reason as detail
from listing_day
where grade = 'open'
group by source, partition, listing_day.reason
order by last_day desc, source, partition, detail;
