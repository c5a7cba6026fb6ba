-- The last days by exchange: counted, walked or open, null where it was not listed; and whether it is a trading day.
select
  e.exchange, d.day::date as day, t.trading_on is not null as is_trading, c.grade,
  coalesce(c.announcements, 0) as announcements
from (values (1, 'SZSE'), (2, 'SSE'), (3, 'BSE')) as e(place, exchange)
cross join generate_series($today::date - $days::integer + 1, $today::date, interval 1 day) as d(day)
left join trading_day t on t.trading_on = d.day
left join completeness_by_exchange c on c.exchange = e.exchange and c.day = d.day
order by e.place, d.day;
