-- Records, and different institutions that came, by week of disclosure (its Monday) and exchange; at most 104 weeks,
-- at least 13, to the newest record's.
with newest as (
  select date_trunc('week', max(disclosed_on))::date as last, date_trunc('week', min(disclosed_on))::date as first
  from record_source
), week as (
  select unnest(range(
    greatest(last - 103 * 7, least(first, last - 12 * 7)), last + interval 1 day, interval 7 day
  ))::date as week
  from newest
), spine as (
  select week, exchange from week, (select distinct exchange from record_source where exchange is not null)
), told as (
  select date_trunc('week', disclosed_on)::date as week, exchange, count(*) as records from record_source group by all
), came as (
  select
    date_trunc('week', disclosed_on)::date as week, exchange,
    count(distinct coalesce(institution_id, institution)) as institutions
  from participant join record_source using (record_id)
  group by all
)
select
  s.week, s.exchange, coalesce(t.records, 0)::integer as records, coalesce(c.institutions, 0)::integer as institutions
from spine s
left join told t using (week, exchange)
left join came c using (week, exchange)
order by s.week, s.exchange;
