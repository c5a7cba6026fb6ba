-- Grain: one event of a company: a meeting, another disclosure of the tab, or a withdrawal. Use: read a company's history in order.
create or replace view company_timeline as
with listed as (
  select
    coalesce(s.org_id, a.security_code) as company_id, a.*,
    (select arg_max(n.name, (n.seen_to, n.seen_from, n.name)) from security_name n
     where n.security_code = a.security_code and n.exchange = a.exchange) as security_name
  from announcement a
  left join security s using (security_code, exchange)
), event as (
  select
    company_id, security_code, security_name, exchange, coalesce(start_on, disclosed_on) as event_on, 'meeting' as event,
    array_to_string(categories, '、') as title, institutions, questions, available_at, first_seen_at,
    activity_id as event_id, address
  from activity_flat
  union all
  select
    company_id, security_code, security_name, exchange, disclosed_on, kind, title, null, null, available_at,
    first_seen_at, announcement_id, null
  from listed
  where kind <> 'record'
  union all
  select
    company_id, security_code, security_name, exchange, shanghai_time(withdrawn_seen_at)::date, 'withdrawal', title,
    null, null, withdrawn_seen_at, withdrawn_seen_at, announcement_id, null
  from listed
  where withdrawn_seen_at is not null
)
select *, event_on - max(event_on) filter (event = 'meeting') over (
  partition by company_id order by available_at nulls last, event_on, event_id
  rows between unbounded preceding and 1 preceding
) as days_since_meeting
from event;
