-- Meetings: records of one security and first day are one where their content or most of their questions are the
-- same, or where one replaces the other; others stand alone.
create or replace temp table dated as
with sessions as (
  select record_id, min(start_on) as start_on, max(end_on) as end_on
  from activity_session
  group by record_id
), told as (
  select document_id, arg_min(security_code, (available_at, announcement_id)) as security_code
  from announcement_document join announcement using (announcement_id)
  group by document_id
)
select
  r.record_id, r.content_hash, r.supersedes_record_id, s.start_on, s.end_on,
  coalesce(r.security_code, t.security_code) as security_code
from activity_record r
left join sessions s using (record_id)
left join told t using (document_id);

create or replace temp table alike as
with beside as (  -- records that could tell of one meeting
  from dated
  where security_code is not null and start_on is not null
  qualify count(*) over (partition by security_code, start_on) > 1
), asked as (
  select distinct
    b.record_id, b.security_code, b.start_on,
    md5(regexp_replace(q.question, '[^\x{3400}-\x{9fff}A-Za-z0-9]', '', 'g')) as question
  from question q join beside b using (record_id)
), counted as (
  select record_id, count(*) as questions from asked group by record_id
), shared as (
  select a.record_id, o.record_id as other_id, count(*) as questions
  from asked a join asked o using (security_code, start_on, question)
  where a.record_id <> o.record_id
  group by all
)
select a.record_id, o.record_id as other_id, 'content' as evidence
from beside a join beside o using (security_code, start_on, content_hash)
where a.record_id <> o.record_id
union all
select s.record_id, s.other_id, 'most questions'
from shared s
join counted a on a.record_id = s.record_id
join counted o on o.record_id = s.other_id
where s.questions >= 3 and s.questions >= 0.8 * least(a.questions, o.questions)
union all
select record_id, supersedes_record_id, 'replacement' from dated where supersedes_record_id is not null
union all
select supersedes_record_id, record_id, 'replacement' from dated where supersedes_record_id is not null;

create or replace temp table meeting as
with recursive reached as (
  select record_id, record_id as other_id from dated
  union
  select r.record_id, a.other_id from reached r join alike a on a.record_id = r.other_id
), proved as (
  select record_id, list(distinct evidence order by evidence) as evidence from alike group by record_id
)
select
  r.record_id, min(r.other_id) as activity_id, any_value(d.security_code) as security_code,
  any_value(d.start_on) as start_on, any_value(d.end_on) as end_on,
  any_value(d.supersedes_record_id) as supersedes_record_id, any_value(p.evidence) as evidence
from reached r
join dated d using (record_id)
left join proved p using (record_id)
group by r.record_id;

update activity_record set activity_id = m.activity_id, changed_in_run = current_run()
from meeting m
where m.record_id = activity_record.record_id and activity_record.activity_id is distinct from m.activity_id;

delete from activity where activity_id not in (select activity_id from meeting);

insert into activity (activity_id, security_code, start_on, end_on, record_count, evidence, changed_in_run)
with proof as (
  select activity_id, list(distinct word order by word) as words
  from (select activity_id, unnest(evidence) as word from meeting)
  group by activity_id
), standing as (  -- what a record says that another replaces holds no longer
  from meeting where record_id not in (select supersedes_record_id from meeting where supersedes_record_id is not null)
), spanned as (
  select activity_id, min(security_code) as security_code, min(start_on) as start_on, max(end_on) as end_on
  from standing
  group by activity_id
), told as (
  select activity_id, count(*) as records from meeting group by activity_id
)
select
  activity_id, s.security_code, s.start_on, s.end_on, t.records,
  coalesce('same security, first day and ' || array_to_string(p.words, ' and '), 'one record'), current_run()
from told t join spanned s using (activity_id) left join proof p using (activity_id)
on conflict (activity_id) do update set
  security_code = excluded.security_code, start_on = excluded.start_on, end_on = excluded.end_on,
  record_count = excluded.record_count, evidence = excluded.evidence, changed_in_run = excluded.changed_in_run
  where (activity.security_code, activity.start_on, activity.end_on, activity.record_count, activity.evidence)
    is distinct from
      (excluded.security_code, excluded.start_on, excluded.end_on, excluded.record_count, excluded.evidence);
drop table meeting;
drop table alike;
drop table dated;
