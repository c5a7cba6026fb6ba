-- Use: survey_heat over what could be known at one instant and was seen at another; see its view.
create or replace macro survey_heat_at(available_until, seen_until) as table
with spine as (
  select *, unnest(range(month_of(first_at), month_of(last_of_all_at) + interval 1 day, interval 1 month))::date as month
  from company_known(available_until, seen_until)
), filled as (
  select
    s.*, i.industry, coalesce(c.institutions, 0) as institutions, coalesce(c.funds, 0) as funds,
    coalesce(c.securities_firms, 0) as securities_firms, coalesce(c.insurers, 0) as insurers,
    coalesce(c.private_funds, 0) as private_funds, coalesce(c.foreign_institutions, 0) as foreign_institutions,
    coalesce(c.other_institutions, 0) as other_institutions,
    coalesce(c.unresolved_institutions, 0) as unresolved_institutions
  from spine s
  left join (from company_period_known(available_until, seen_until) where period = 'month') c
    on c.company_id = s.company_id and c.starts_on = s.month
  left join industry i on i.security_code = s.security_code
    and s.month between i.valid_from and coalesce(i.valid_to, s.month)
), summed as (
  select
    *, count(*) over past as own_months, sum(institutions) over past as total,
    sum(institutions * institutions) over past as squares
  from filled
  window past as (partition by company_id order by month rows between 12 preceding and 1 preceding)
), own as (
  select
    *, total / nullif(own_months, 0) as own_mean,
    sqrt(greatest(squares - total * own_mean, 0) / nullif(greatest(own_months - 1, 0), 0)) as own_deviation
  from summed
), grouped as (  -- a board or an industry in a month
  select
    board, industry, month, grouping(board) = 0 as is_board, count(*) as months, sum(institutions)::double as total,
    sum(institutions * institutions)::double as squares
  from filled
  group by grouping sets ((board, month), (industry, month))
), base as (
  select
    board, industry, month, is_board, sum(months) over past as n, sum(total) over past / n as mean,
    sqrt(greatest(sum(squares) over past - n * mean * mean, 0) / nullif(n - 1, 0)) as deviation
  from grouped
  window past as (
    partition by is_board, board, industry order by month
    range between interval 12 month preceding and interval 1 month preceding
  )
)
select
  o.company_id, o.security_code, o.security_name, o.exchange, o.board, o.month, o.institutions, o.funds,
  o.securities_firms, o.insurers, o.private_funds, o.foreign_institutions, o.other_institutions,
  o.unresolved_institutions, o.own_mean, o.own_deviation,
  case when o.own_months >= 6 then (o.institutions - o.own_mean) / nullif(o.own_deviation, 0) end as z_own,
  b.mean as board_mean, b.deviation as board_deviation,
  case when b.n >= 30 then (o.institutions - b.mean) / nullif(b.deviation, 0) end as z_board,
  o.industry, d.mean as industry_mean, d.deviation as industry_deviation,
  case when d.n >= 30 then (o.institutions - d.mean) / nullif(d.deviation, 0) end as z_industry
from own o
left join base b on b.is_board and b.board is not distinct from o.board and b.month = o.month
left join base d on not d.is_board and d.industry = o.industry and d.month = o.month;
comment on macro table survey_heat_at is 'survey_heat over rows with available_at and first_seen_at up to the two instants; today''s parse of what was then available';
