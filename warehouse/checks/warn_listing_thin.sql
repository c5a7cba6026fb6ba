-- Lists that held less than their floor on a trading day that is over, or nothing for too many trading days.
with proved as (
  select l.source, l.partition, l.day, l.listed, r.floor, r.quiet_trading_days, t.number
  from listing_day l
  join listing_rule r using (source, partition)
  join trading_day t on t.trading_on = l.day
  where l.grade <> 'open' and (l.walked_at at time zone 'Asia/Shanghai')::date > l.day
), counted as (
  select
    *,
    sum(listed) over last_days as listed_lately,
    count(*) over last_days as days_lately
  from proved
  window last_days as (
    partition by source, partition order by number
    range between coalesce(quiet_trading_days, 1) - 1 preceding and current row
  )
)
select
  source, partition, day, listed,
  case
    when listed < floor then 'fewer than ' || floor || ' on a trading day'
    else 'none on ' || quiet_trading_days || ' trading days in a row'
  end as reason
from counted
where listed < floor or (days_lately = quiet_trading_days and listed_lately = 0)
order by day desc, source, partition;
