-- Spans of days of an exchange that are not proved for one reason, the newest first: at most 40, and how many in all.
with numbered as (
  select day, exchange, reason, day - row_number() over (partition by exchange, reason order by day)::integer as span
  from completeness_by_exchange
  where grade = 'open'
)
select
  min(day) as first, max(day) as last, count(*)::integer as days, exchange, left(reason, 400) as reason,
  (count(*) over ())::integer as spans
from numbered
group by exchange, reason, span
order by last desc, exchange, first desc
limit 40;
