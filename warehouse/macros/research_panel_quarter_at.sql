-- Use: research_panel_quarter over what could be known at one instant and was seen at another; see its view.
create or replace macro research_panel_quarter_at(available_until, seen_until) as table
with spine as (
  select
    *, unnest(range(quarter_of(first_at), quarter_of(last_of_all_at) + interval 1 day, interval 3 month))::date
      as quarter_on
  from company_known(available_until, seen_until)
)
select
  s.company_id, s.security_code, s.security_name, s.exchange, s.board, s.quarter_on,
  coalesce(c.meetings, 0) as meetings, coalesce(c.visits, 0) as visits, coalesce(c.first_visits, 0) as first_visits,
  coalesce(c.institutions, 0) as institutions, coalesce(c.funds, 0) as funds,
  coalesce(c.securities_firms, 0) as securities_firms, coalesce(c.insurers, 0) as insurers,
  coalesce(c.private_funds, 0) as private_funds, coalesce(c.foreign_institutions, 0) as foreign_institutions,
  coalesce(c.other_institutions, 0) as other_institutions,
  coalesce(c.unresolved_institutions, 0) as unresolved_institutions, coalesce(c.questions, 0) as questions,
  coalesce(c.characters, 0) as characters, coalesce(c.topics, 0) as topic_total, c.on_site_share,
  c.lag_trading_days as mean_lag_trading_days, c.novelty, c.boilerplate_share
from spine s
left join (from company_period_known(available_until, seen_until) where period = 'quarter') c
  on c.company_id = s.company_id and c.starts_on = s.quarter_on;
comment on macro table research_panel_quarter_at is 'research_panel_quarter over rows with available_at and first_seen_at up to the two instants; today''s parse of what was then available';
