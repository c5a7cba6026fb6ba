-- By exchange: the last proved day up to today, how many trading days are behind it, and what is open of all days.
with proved as (
  select
    exchange,
    max(day) filter (where grade <> 'open' and day <= $today) as proved,
    count(*) filter (where grade = 'open')::integer as open_days
  from completeness_by_exchange
  group by exchange
), held as (
  select exchange, count(*)::integer as records, max(disclosed_on) as newest from record_overview group by exchange
)
select
  e.exchange, p.proved,
  (select count(*)::integer from trading_day t where t.trading_on > p.proved and t.trading_on <= $today) as trading_days_behind,
  coalesce(p.open_days, 0) as open_days, coalesce(h.records, 0) as records, h.newest
from (values (1, 'SZSE'), (2, 'SSE'), (3, 'BSE')) as e(place, exchange)
left join proved p using (exchange)
left join held h using (exchange)
order by e.place;
