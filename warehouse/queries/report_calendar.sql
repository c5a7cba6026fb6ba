-- What is proved and what is open, by day and exchange: 53 weeks to the newest day listed.
with newest as (
  select date_trunc('week', max(day))::date + 6 as last from completeness_by_exchange
)
select
  c.day, date_trunc('week', c.day)::date as week, isodow(c.day)::integer as weekday, c.exchange, c.grade,
  c.announcements, c.parsed, c.refused, c.second_alone, t.trading_on is not null as is_trading
from completeness_by_exchange c
join newest on c.day > last - 53 * 7
left join trading_day t on t.trading_on = c.day
order by c.exchange, c.day;
