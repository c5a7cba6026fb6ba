-- Use: survey_heat over what could be known at one instant and was seen at another; see its view.
create or replace macro survey_heat_at(available_until, seen_until) as table
with told as (
  select *, month_of(available_at) as month
  from record_source
  where available_at <= available_until and coalesce(first_seen_at, 'infinity') <= seen_until
), company_of as (
  select
    company_id, first(security_code order by available_at desc, record_id) as security_code,
    first(security_name order by available_at desc, record_id) as security_name,
    first(exchange order by available_at desc, record_id) as exchange,
    first(board order by available_at desc, record_id) as board,
    min(month) as first_month
  from told
  group by company_id
), spine as (
  select c.*, unnest(range(first_month, (select max(month) from told) + interval 1 day, interval 1 month))::date as month
  from company_of c
), came as (
  select company_id, month_of(available_at) as month, institution_key, any_value(institution_type) as type
  from institution_visit
  where available_at <= available_until and coalesce(first_seen_at, 'infinity') <= seen_until
  group by company_id, month_of(available_at), institution_key
), counted as (
  select
    company_id, month, count(*) as institutions, count(*) filter (type = 'fund') as funds,
    count(*) filter (type = 'securities') as securities_firms, count(*) filter (type = 'insurance') as insurers,
    count(*) filter (type = 'private_fund') as private_funds, count(*) filter (type = 'foreign') as foreign_institutions,
    count(*) filter (type not in ('fund', 'securities', 'insurance', 'private_fund', 'foreign')) as other_institutions,
    count(*) filter (type is null) as unresolved_institutions
  from came
  group by company_id, month
), filled as (
  select
    s.*, coalesce(c.institutions, 0) as institutions, coalesce(c.funds, 0) as funds,
    coalesce(c.securities_firms, 0) as securities_firms, coalesce(c.insurers, 0) as insurers,
    coalesce(c.private_funds, 0) as private_funds, coalesce(c.foreign_institutions, 0) as foreign_institutions,
    coalesce(c.other_institutions, 0) as other_institutions,
    coalesce(c.unresolved_institutions, 0) as unresolved_institutions
  from spine s
  left join counted c using (company_id, month)
), own as (
  select
    *, avg(institutions) over past as own_mean, stddev_samp(institutions) over past as own_deviation,
    count(*) over past as own_months
  from filled
  window past as (partition by company_id order by month rows between 12 preceding and 1 preceding)
), board_month as (
  select
    board, month, count(*) as months, sum(institutions)::double as total,
    sum(institutions * institutions)::double as squares
  from filled
  group by board, month
), board_past as (
  select
    board, month, sum(months) over past as n, sum(total) over past / n as board_mean,
    sqrt(greatest(sum(squares) over past - n * board_mean * board_mean, 0) / nullif(n - 1, 0)) as board_deviation
  from board_month
  window past as (
    partition by board order by month range between interval 12 month preceding and interval 1 month preceding
  )
)
select
  o.company_id, o.security_code, o.security_name, o.exchange, o.board, o.month, o.institutions, o.funds,
  o.securities_firms, o.insurers, o.private_funds, o.foreign_institutions, o.other_institutions,
  o.unresolved_institutions, o.own_mean, o.own_deviation,
  case when o.own_months >= 6 then (o.institutions - o.own_mean) / nullif(o.own_deviation, 0) end as z_own,
  b.board_mean, b.board_deviation,
  case when b.n >= 30 then (o.institutions - b.board_mean) / nullif(b.board_deviation, 0) end as z_board
from own o
left join board_past b on b.board is not distinct from o.board and b.month = o.month;
