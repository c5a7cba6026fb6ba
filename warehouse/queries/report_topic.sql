-- Questions on each topic by month, and their share of all questions of the month: at most 24 months, at least 12, to the
-- newest record's.
with total as (
  select month_of(available_at) as month, count(*) as asked
  from question join record_source using (record_id)
  where available_at is not null
  group by all
), month as (
  select month, coalesce(asked, 0) as asked
  from (
    select unnest(range(
      greatest(max(month) - interval 23 month, least(min(month), max(month) - interval 11 month)), max(month) + interval 1 day, interval 1 month
    ))::date as month
    from total
  )
  left join total using (month)
), counted as (
  select topic, month, sum(questions) as questions from topic_month group by topic, month
)
select
  p.topic, p.name_zh, p.name_en, m.month, coalesce(c.questions, 0)::integer as questions,
  round(coalesce(c.questions, 0) / nullif(m.asked, 0), 4) as share
from topic p
cross join month m
left join counted c using (topic, month)
order by p.topic, m.month;
