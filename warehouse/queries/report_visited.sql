-- The companies that most institutions visited, by month, against their own and their board's base rate: for each of the
-- last 12 months in which there are any, the 15 with most institutions and the 15 furthest above their own base rate.
with month as (
  select distinct month from survey_heat where institutions > 0 order by month desc limit 12
)
select
  month, security_code, security_name, exchange, institutions::integer as institutions,
  round(own_mean, 2) as own_mean, round(z_own, 2) as z_own, round(board_mean, 2) as board_mean,
  round(z_board, 2) as z_board
from survey_heat
where month in (select month from month) and institutions > 0
qualify
  row_number() over (partition by month order by institutions desc, z_own desc nulls last, company_id) <= 15
  or z_own is not null and row_number() over (partition by month order by z_own desc nulls last, company_id) <= 15
order by month desc, institutions desc, z_own desc nulls last, company_id;
