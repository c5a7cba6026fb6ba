-- Meetings: records of one security with the same first day and the same content are one; others stand alone.
create or replace temp table meeting as
with sessions as (
  select record_id, min(start_on) as start_on, max(end_on) as end_on
  from activity_session
  group by record_id
), told as (
  select document_id, arg_min(security_code, (available_at, announcement_id)) as security_code
  from announcement_document join announcement using (announcement_id)
  group by document_id
), record as (
  select
    r.record_id, r.content_hash, s.start_on, s.end_on, coalesce(r.security_code, t.security_code) as security_code
  from activity_record r
  left join sessions s using (record_id)
  left join told t using (document_id)
)
select
  record_id, security_code, start_on, end_on,
  case
    when security_code is null or start_on is null then record_id
    else min(record_id) over (partition by security_code, start_on, content_hash)
  end as activity_id
from record;

update activity_record set activity_id = m.activity_id, changed_in_run = current_run()
from meeting m
where m.record_id = activity_record.record_id and activity_record.activity_id is distinct from m.activity_id;

delete from activity where activity_id not in (select activity_id from meeting);

insert into activity (activity_id, security_code, start_on, end_on, record_count, evidence, changed_in_run)
select
  activity_id, min(security_code), min(start_on), max(end_on), count(*),
  case when count(*) > 1 then 'same security, first day and content' else 'one record' end,
  current_run()
from meeting
group by activity_id
on conflict (activity_id) do update set
  security_code = excluded.security_code, start_on = excluded.start_on, end_on = excluded.end_on,
  record_count = excluded.record_count, evidence = excluded.evidence, changed_in_run = excluded.changed_in_run
  where (activity.security_code, activity.start_on, activity.end_on, activity.record_count)
    is distinct from (excluded.security_code, excluded.start_on, excluded.end_on, excluded.record_count);
drop table meeting;
