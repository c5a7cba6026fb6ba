-- The institutions that came to most meetings in the last 30, 90 and 365 days up to the newest record: 20 for each.
with newest as (
  select max(disclosed_on) as last from record_source
), came as (
  select v.*, period
  from institution_visit v, newest, (select unnest([30, 90, 365]) as period)
  where v.disclosed_on > last - period::integer
)
select
  period, any_value(institution_name) as institution, any_value(institution_type) as type,
  count(distinct activity_id)::integer as meetings, count(distinct company_id)::integer as companies,
  count(*) filter (is_first_visit)::integer as first_visits, sum(people)::integer as people
from came
group by period, institution_key
qualify row_number() over (partition by period order by meetings desc, companies desc, institution_key) <= 20
order by period, meetings desc, companies desc, institution_key;
