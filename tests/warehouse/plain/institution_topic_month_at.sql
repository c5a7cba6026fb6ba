-- Use: institution_topic_month over what could be known at one instant and was seen at another; see its view.
create or replace macro institution_topic_month_at(available_until, seen_until) as table
with asked as (
  select o.activity_id, t.topic, count(*) as questions, month_of(min(o.available_at)) as month
  from question_topic t
  join record_source o using (record_id)
  where o.available_at <= available_until and coalesce(o.first_seen_at, 'infinity') <= seen_until
  group by o.activity_id, t.topic
), came as (
  select activity_id, institution_key, institution_name, institution_type, company_id,
    count(*) over (partition by activity_id) as present
  from institution_visit
  where available_at <= available_until and coalesce(first_seen_at, 'infinity') <= seen_until
)
select
  c.institution_key, first(c.institution_name order by a.activity_id) as institution_name,
  first(c.institution_type order by a.activity_id) as institution_type, a.topic, a.month,
  count(distinct a.activity_id) as meetings, count(distinct c.company_id) as companies,
  sum(a.questions)::bigint as questions, coalesce(sum(a.questions) filter (c.present = 1), 0)::bigint as questions_alone
from asked a
join came c using (activity_id)
group by c.institution_key, a.topic, a.month;
