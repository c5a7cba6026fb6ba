-- Records that are due, with all that hangs on them.
delete from derived.record
where record_id not in (select record_id from source) or record_id in (select record_id from due_record);

insert into derived.record by name
with sessions as (
  select
    record_id, min(start_on) as start_on, max(end_on) as end_on, min(start_time) as start_time, max(end_time) as end_time
  from activity_session
  group by record_id
), ticked as (
  select record_id, list(category order by ordinal) as categories from activity_category group by record_id
), visitors as (
  select
    record_id, count(distinct institution) as institutions, count(person) as people,
    list(distinct institution order by institution) filter (institution is not null) as institution_names,
    list(distinct person order by person) filter (person is not null) as person_names
  from participant semi join due_record using (record_id)
  group by record_id
), hosted as (
  select record_id, list(name order by ordinal) as host_names, list(title order by ordinal) as host_titles
  from host semi join due_record using (record_id)
  group by record_id
), asked as (
  select record_id, count(*) as questions, sum(length(answer))::bigint as characters
  from question semi join due_record using (record_id)
  group by record_id
)
select
  s.*, n.start_on, n.end_on, n.start_time, n.end_time, c.categories, r.category_note, r.location, r.signed_on,
  r.participants_stated, coalesce(v.institutions, 0) as institutions, coalesce(v.people, 0) as people,
  coalesce(q.questions, 0) as questions, coalesce(q.characters, 0) as characters, v.institution_names,
  v.person_names, h.host_names, h.host_titles, coalesce(starts_with(d.reader, 'pdf+ocr'), false) as is_ocr,
  due.fingerprint
from due_record due
join source s using (record_id)
join activity_record r using (record_id)
left join document d on d.document_id = s.document_id
left join sessions n using (record_id)
left join ticked c using (record_id)
left join visitors v using (record_id)
left join hosted h using (record_id)
left join asked q using (record_id)
order by s.company_id, s.available_at, s.record_id;
drop table due_record;
drop table source;
