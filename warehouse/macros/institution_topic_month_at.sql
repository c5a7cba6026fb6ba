-- Use: institution_topic_month over what could be known at one instant and was seen at another; see its view.
create or replace macro institution_topic_month_at(available_until, seen_until) as table
with asked as (
  select o.activity_id, t.topic, count(*) as questions, month_of(min(o.available_at)) as month
  from question_topic t
  join derived.record o using (record_id)
  where o.available_at <= available_until and coalesce(o.first_seen_at, 'infinity') <= seen_until
  group by o.activity_id, t.topic
), alone as (
  select activity_id from visit_known(available_until, seen_until) group by activity_id having count(*) = 1
)
select
  c.institution_key, c.institution_name, c.institution_type, a.topic, a.month,
  count(distinct a.activity_id) as meetings, count(distinct c.company_id) as companies,
  sum(a.questions)::bigint as questions,
  coalesce(sum(a.questions) filter (l.activity_id is not null), 0)::bigint as questions_alone
from asked a
join visit_known(available_until, seen_until) c using (activity_id)
left join alone l using (activity_id)
group by c.institution_key, c.institution_name, c.institution_type, a.topic, a.month;
comment on macro table institution_topic_month_at is 'institution_topic_month over rows with available_at and first_seen_at up to the two instants; today''s parse of what was then available';
