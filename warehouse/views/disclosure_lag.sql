-- Grain: one activity record with a date and an announcement. Use: how long after the meeting it was disclosed, and whether late.
create or replace view disclosure_lag as
with counted as (  -- trading days up to and including each of the two days; null outside the calendar
  select
    k.*, k.disclosed_on - k.end_on as lag_days,
    case when k.disclosed_on <= (select max(trading_on) from trading_day) then t.number - f.number end
      as lag_trading_days
  from derived.record k
  asof left join trading_day f on f.trading_on <= k.end_on
  asof left join trading_day t on t.trading_on <= k.disclosed_on
  where k.end_on is not null and k.disclosed_on is not null
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
comment on view disclosure_lag is 'One activity record with the days from the end of its meeting to its disclosure, beside the exchange''s rule';
comment on column disclosure_lag.record_id is 'the activity record';
comment on column disclosure_lag.activity_id is 'the meeting 活动';
comment on column disclosure_lag.company_id is 'org_id of the issuer, else its code';
comment on column disclosure_lag.security_code is '证券代码, printed, else of the announcement';
comment on column disclosure_lag.security_name is '证券简称, printed, else of the listing';
comment on column disclosure_lag.exchange is 'SZSE, SSE or BSE';
comment on column disclosure_lag.end_on is 'last day of the meeting';
comment on column disclosure_lag.disclosed_on is 'nominal day of disclosure';
comment on column disclosure_lag.available_at is 'instant from which the market could know';
comment on column disclosure_lag.first_seen_at is 'instant from which this warehouse''s sources showed it';
comment on column disclosure_lag.lag_days is 'calendar days from end_on to disclosed_on';
comment on column disclosure_lag.lag_trading_days is 'trading days after end_on up to disclosed_on; 0 on the same day; null outside the trading calendar';
comment on column disclosure_lag.trading_days is 'the rule''s limit in trading days, its most lenient wording';
comment on column disclosure_lag.months is 'the rule''s limit in months';
comment on column disclosure_lag.is_late is 'past the most lenient wording of the rule; null where no rule is known';
comment on column disclosure_lag.is_late_strictly is 'past the strictest wording known';
