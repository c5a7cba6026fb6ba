-- Grain: one meeting. Use: the meeting as one flat row, as vendors sell it; told by the record that could be known first.
create or replace view activity_flat as
with told as (
  select *, count(*) over (partition by activity_id) as records
  from record_overview
  qualify row_number() over (partition by activity_id order by available_at nulls last, record_id) = 1
), visitors as (
  select
    record_id,
    list(distinct institution order by institution) filter (institution is not null) as institution_names,
    list(distinct person order by person) filter (person is not null) as person_names
  from participant
  group by record_id
), hosted as (
  select record_id, list(name order by ordinal) as host_names, list(title order by ordinal) as host_titles
  from host
  group by record_id
), answered as (
  select record_id, sum(length(answer))::bigint as characters from question group by record_id
)
select
  t.activity_id, t.record_id, t.records, t.company_id, t.security_code, t.security_name, t.exchange, t.board,
  t.disclosed_on, t.available_at, t.first_seen_at, t.start_on, t.end_on, t.start_time, t.end_time,
  t.categories, t.category_note, t.location, t.institutions, t.people, t.participants_stated, r.participants_note,
  v.institution_names, v.person_names, h.host_names, h.host_titles, t.questions,
  coalesce(a.characters, 0) as characters, r.narrative, r.attachments, t.announcement_id, t.address, t.document_id
from told t
join activity_record r using (record_id)
left join visitors v using (record_id)
left join hosted h using (record_id)
left join answered a using (record_id);
