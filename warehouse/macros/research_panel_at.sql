-- Use: research_panel over what could be known at one instant and was seen at another; see its view.
create or replace macro research_panel_at(available_until, seen_until) as table
select
  h.company_id, h.security_code, h.security_name, h.exchange, h.board, h.month,
  coalesce(c.meetings, 0) as meetings, coalesce(c.visits, 0) as visits, coalesce(c.first_visits, 0) as first_visits,
  h.institutions, h.funds, h.securities_firms, h.insurers, h.private_funds, h.foreign_institutions,
  h.other_institutions, h.unresolved_institutions, coalesce(c.questions, 0) as questions,
  coalesce(c.characters, 0) as characters, coalesce(c.topics, 0) as topic_total, c.on_site_share,
  c.lag_trading_days as mean_lag_trading_days, c.novelty, c.boilerplate_share, h.z_own, h.z_board, h.z_industry
from survey_heat_at(available_until, seen_until) h
left join (from company_period_known(available_until, seen_until) where period = 'month') c
  on c.company_id = h.company_id and c.starts_on = h.month;
comment on macro table research_panel_at is 'research_panel over rows with available_at and first_seen_at up to the two instants; today''s parse of what was then available';
