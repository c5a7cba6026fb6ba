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
  from derived.record
  where tells
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
comment on view company_timeline is 'One event of a company, in the order in which it could be known';
comment on column company_timeline.company_id is 'org_id of the issuer, else its code';
comment on column company_timeline.security_code is '证券代码, printed, else of the announcement';
comment on column company_timeline.security_name is '证券简称, printed, else of the listing';
comment on column company_timeline.exchange is 'SZSE, SSE or BSE';
comment on column company_timeline.event_on is 'day of the meeting, of the disclosure, or on which the withdrawal was seen';
comment on column company_timeline.event is 'meeting, annex, policy, notice, correction or withdrawal';
comment on column company_timeline.title is 'categories of the meeting, or title of the announcement';
comment on column company_timeline.institutions is 'different institutions named';
comment on column company_timeline.questions is 'questions with answers';
comment on column company_timeline.available_at is 'instant from which the market could know';
comment on column company_timeline.first_seen_at is 'instant from which this warehouse''s sources showed it';
comment on column company_timeline.event_id is 'activity_id of a meeting, else announcement_id';
comment on column company_timeline.address is 'where the file was fetched';
comment on column company_timeline.days_since_meeting is 'days from the latest meeting known before it; below zero where that was held later';
