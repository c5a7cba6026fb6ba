-- Grain: one activity record with a date and an announcement. Use: how long after the meeting it was disclosed, and whether late.
create or replace view disclosure_lag as
with dated as (
  select record_id, max(end_on) as end_on from activity_session group by record_id
), known as (
  select o.*, d.end_on, o.disclosed_on - d.end_on as lag_days
  from dated d
  join record_source o using (record_id)
  where o.disclosed_on is not null
), counted as (  -- trading days up to and including each of the two days; null outside the calendar
  select
    k.*,
    case when k.disclosed_on <= (select max(trading_on) from trading_day) then t.number - f.number end
      as lag_trading_days
  from known k
  asof left join trading_day f on f.trading_on <= k.end_on
  asof left join trading_day t on t.trading_on <= k.disclosed_on
)
select
  c.record_id, c.activity_id, c.company_id, c.security_code, c.security_name, c.exchange, c.end_on, c.disclosed_on,
  c.available_at, c.first_seen_at, c.lag_days, c.lag_trading_days, r.trading_days, r.months,
  case
    when r.trading_days is not null then c.lag_trading_days > r.trading_days
    when r.months is not null then c.disclosed_on > (c.end_on + to_months(r.months))::date
  end as is_late,
  case when r.strict_trading_days is not null then c.lag_trading_days > r.strict_trading_days else is_late end
    as is_late_strictly
from counted c
left join disclosure_rule r using (exchange);
