-- Use: topic_month over what could be known at one instant and was seen at another; see its view.
create or replace macro topic_month_at(available_until, seen_until) as table
with asked as (
  select record_id, company_id, activity_id, available_at, month_of(available_at) as month
  from record_source
  where available_at <= available_until and coalesce(first_seen_at, 'infinity') <= seen_until
), total as (
  select company_id, month, count(*) as questions from asked join question using (record_id) group by all
), named as (
  select company_id, first(security_code order by available_at desc, record_id) as security_code,
    first(security_name order by available_at desc, record_id) as security_name
  from record_source
  group by company_id
)
select
  a.company_id, n.security_code, n.security_name, t.topic, p.name_zh, p.name_en, a.month,
  count(distinct a.activity_id) as meetings, count(*) as questions, count(*) / any_value(s.questions) as question_share
from question_topic t
join asked a using (record_id)
join total s using (company_id, month)
left join named n using (company_id)
left join topic p using (topic)
group by a.company_id, n.security_code, n.security_name, t.topic, p.name_zh, p.name_en, a.month;
