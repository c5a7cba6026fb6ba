-- What the published file holds, and how new it is: one row.
select
  count(*) as records,
  count(distinct activity_id) as meetings,
  count(distinct company_id) as companies,
  (select count(distinct coalesce(institution_id, institution)) from participant) as institutions,
  (select count(*) from question) as questions,
  min(disclosed_on) as first_on,
  max(disclosed_on) as last_on,
  (select max(day) from completeness_by_exchange where grade <> 'open') as proved_on,
  (select strftime(max(ended_at), '%Y-%m-%d %H:%M') from run) as run_at
from record_source;
