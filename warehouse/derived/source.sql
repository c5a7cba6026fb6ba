-- Where each activity record comes from, from when it could be known, and whether its meeting is told by it.
create or replace temp table source as
with file as (  -- a file that replaced another under its address was not there before it was fetched
  select
    announcement_id, document_id, address, fetched_at,
    row_number() over (partition by announcement_id, address order by fetched_at, document_id) > 1 as is_replacement
  from announcement_document
), dated as (
  select
    f.document_id, f.announcement_id, f.address, a.exchange, a.security_code, a.disclosed_on,
    case when f.is_replacement then greatest(a.available_at, f.fetched_at) else a.available_at end as available_at,
    case when f.is_replacement then greatest(a.first_seen_at, f.fetched_at) else a.first_seen_at end as first_seen_at
  from file f
  join announcement a using (announcement_id)
), told as (  -- the announcement from which the market could first know the file
  select * replace (min(first_seen_at) over (partition by document_id) as first_seen_at)
  from dated
  qualify row_number() over (partition by document_id order by available_at, announcement_id, address) = 1
), named as (
  select security_code, arg_max(name, (seen_to, seen_from, name)) as name from security_name group by security_code
), issued as (
  select security_code, arg_max(org_id, (exchange, org_id)) as org_id, arg_max(board, (exchange, board)) as board
  from security
  group by security_code
), found as (
  select
    r.record_id, r.activity_id, r.document_id, coalesce(i.org_id, r.security_code, t.security_code) as company_id,
    coalesce(r.security_code, t.security_code) as security_code, coalesce(r.security_name, n.name) as security_name,
    t.exchange, i.board, t.announcement_id, t.address, t.disclosed_on, t.available_at, t.first_seen_at
  from activity_record r
  left join told t using (document_id)
  left join named n on n.security_code = coalesce(r.security_code, t.security_code)
  left join issued i on i.security_code = coalesce(r.security_code, t.security_code)
)
select
  *, count(*) over (partition by activity_id) as records,
  row_number() over (partition by activity_id order by available_at nulls last, record_id) = 1 as tells
from found;

-- All that the derived tables use of a record, as one number: they are made anew where it is another.
create or replace temp table print as
select record_id, bit_xor(part) as fingerprint
from (
  select record_id, hash(source) as part from source
  union all
  select r.record_id, hash(r.category_note, r.location, r.signed_on, r.participants_stated, d.reader)
  from activity_record r left join document d using (document_id)
  union all select record_id, hash('session', ordinal, start_on, end_on, start_time, end_time) from activity_session
  union all select record_id, hash('category', ordinal, category) from activity_category
  union all select record_id, hash('participant', ordinal, institution, institution_id, person) from participant
  union all select record_id, hash('host', ordinal, name, title) from host
  union all select record_id, hash('question', ordinal, question, answer) from question
  union all select record_id, hash('topic', ordinal, topic) from question_topic
)
group by record_id;

create or replace temp table due_record as
select p.record_id, p.fingerprint
from print p
semi join source s using (record_id)
left join derived.record r using (record_id)
where r.fingerprint is distinct from p.fingerprint;
drop table print;
