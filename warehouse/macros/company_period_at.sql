-- Use: what is known of each company in each month and quarter, over what could be known at one instant and was seen at
-- another; companies names those wanted, null for all; since is the first instant of those wanted. The base of
-- survey_heat and research_panel.
create or replace macro company_period_at(
  available_until, seen_until, companies := null, since := '-infinity'::timestamptz
) as table
with known as (
  select * from derived.record
  where available_at between since and available_until and coalesce(first_seen_at, 'infinity') <= seen_until
    and (companies is null or list_contains(companies, coalesce(company_id, '')))
), came as (
  select company_id, institution_key, institution_type, visit_number, available_at from derived.visit
  where available_at between since and available_until and coalesce(first_seen_at, 'infinity') <= seen_until
    and (companies is null or list_contains(companies, coalesce(company_id, '')))
), met as (
  select k.*, l.lag_trading_days, unnest(['month', 'quarter']) as period,
    unnest([month_of(k.available_at), quarter_of(k.available_at)]) as starts_on
  from known k
  left join disclosure_lag l using (record_id)
  where k.tells
), meeting as (
  select
    company_id, period, starts_on, count(*) as meetings, sum(questions)::bigint as questions,
    sum(characters)::bigint as characters, avg((not is_remote(location))::integer) as on_site_share,
    avg(lag_trading_days) as lag_trading_days
  from met
  group by company_id, period, starts_on
), visit as (
  select *, unnest(['month', 'quarter']) as period,
    unnest([month_of(available_at), quarter_of(available_at)]) as starts_on
  from came
), house as (
  select
    company_id, period, starts_on, institution_key, any_value(institution_type) as type, count(*) as visits,
    count(*) filter (visit_number = 1) as first_visits
  from visit
  group by company_id, period, starts_on, institution_key
), visitor as (
  select
    company_id, period, starts_on, sum(visits)::bigint as visits, sum(first_visits)::bigint as first_visits,
    count(*) as institutions, count(*) filter (type = 'fund') as funds,
    count(*) filter (type = 'securities') as securities_firms, count(*) filter (type = 'insurance') as insurers,
    count(*) filter (type = 'private_fund') as private_funds, count(*) filter (type = 'foreign') as foreign_institutions,
    count(*) filter (type not in ('fund', 'securities', 'insurance', 'private_fund', 'foreign')) as other_institutions,
    count(*) filter (type is null) as unresolved_institutions
  from house
  group by company_id, period, starts_on
), said as (
  select company_id, period, starts_on, avg(novelty) as novelty, avg(boilerplate_share) as boilerplate_share
  from met
  join answer_measure using (record_id)
  group by company_id, period, starts_on
), sorted as (
  select company_id, period, starts_on, count(distinct topic) as topics
  from met
  join question_topic using (record_id)
  group by company_id, period, starts_on
), moment as (
  select distinct company_id, unnest(['month', 'quarter']) as period,
    unnest([month_of(available_at), quarter_of(available_at)]) as starts_on
  from known
  union
  select company_id, period, starts_on from visitor
)
select
  t.company_id, t.period, t.starts_on, coalesce(m.meetings, 0) as meetings, coalesce(m.questions, 0) as questions,
  coalesce(m.characters, 0) as characters, m.on_site_share, m.lag_trading_days, coalesce(v.visits, 0) as visits,
  coalesce(v.first_visits, 0) as first_visits, coalesce(v.institutions, 0) as institutions,
  coalesce(v.funds, 0) as funds, coalesce(v.securities_firms, 0) as securities_firms,
  coalesce(v.insurers, 0) as insurers, coalesce(v.private_funds, 0) as private_funds,
  coalesce(v.foreign_institutions, 0) as foreign_institutions, coalesce(v.other_institutions, 0) as other_institutions,
  coalesce(v.unresolved_institutions, 0) as unresolved_institutions, coalesce(s.topics, 0) as topics, a.novelty,
  a.boilerplate_share
from moment t
left join meeting m using (company_id, period, starts_on)
left join visitor v using (company_id, period, starts_on)
left join said a using (company_id, period, starts_on)
left join sorted s using (company_id, period, starts_on);
comment on macro table company_period_at is 'what is known of each company in each month and quarter, over rows with available_at and first_seen_at up to the two instants; companies names those wanted, null for all; since is the first instant of those wanted';
