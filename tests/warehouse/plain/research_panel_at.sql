-- Use: research_panel over what could be known at one instant and was seen at another; see its view.
create or replace macro research_panel_at(available_until, seen_until) as table
with heat as (
  select * from survey_heat_at(available_until, seen_until)
), met as (
  select *, month_of(available_at) as month
  from activity_flat
  where available_at <= available_until and coalesce(first_seen_at, 'infinity') <= seen_until
), meeting as (
  select
    met.company_id, met.month, count(*) as meetings, sum(questions)::bigint as questions, sum(characters)::bigint as characters,
    avg((not is_remote(location))::integer) as on_site_share, avg(l.lag_trading_days) as lag_trading_days
  from met
  left join disclosure_lag l using (record_id)
  group by met.company_id, met.month
), came as (
  select company_id, month_of(available_at) as month, count(*) as visits, count(*) filter (is_first_visit) as first_visits
  from institution_visit
  where available_at <= available_until and coalesce(first_seen_at, 'infinity') <= seen_until
  group by company_id, month_of(available_at)
), said as (
  select company_id, month, avg(novelty) as novelty, avg(boilerplate_share) as boilerplate_share
  from met
  join answer_measure using (record_id)
  group by company_id, month
), sorted as (
  select company_id, month, count(distinct topic) as topics
  from met
  join question_topic using (record_id)
  group by company_id, month
)
select
  h.company_id, h.security_code, h.security_name, h.exchange, h.board, h.month,
  coalesce(m.meetings, 0) as meetings, coalesce(c.visits, 0) as visits, coalesce(c.first_visits, 0) as first_visits,
  h.institutions, h.funds, h.securities_firms, h.insurers, h.private_funds, h.foreign_institutions,
  h.other_institutions, h.unresolved_institutions, coalesce(m.questions, 0) as questions,
  coalesce(m.characters, 0) as characters, coalesce(t.topics, 0) as topic_total, m.on_site_share,
  m.lag_trading_days as mean_lag_trading_days, s.novelty, s.boilerplate_share, h.z_own, h.z_board
from heat h
left join meeting m using (company_id, month)
left join came c using (company_id, month)
left join said s using (company_id, month)
left join sorted t using (company_id, month);
