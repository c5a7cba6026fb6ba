-- Exchanges whose first list has proved no day for so many trading days, $today not counted: it is not over.
with proved as (
  select r.exchange, coalesce(max(l.day) filter (where l.grade <> 'open'), min(l.day) - 1) as proved_on
  from listing_day l
  join listing_rule r using (source, partition)
  where r.role = 'first'
  group by r.exchange
)
select p.exchange, p.proved_on, count(*)::integer as trading_days
from proved p
join trading_day t on t.trading_on > p.proved_on and t.trading_on < $today::date
group by all
having count(*) >= $days
order by p.exchange;
