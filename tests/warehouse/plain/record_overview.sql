-- Grain: one activity record. Use: start here; who met whom, when, where, with counts and the link to the file.
create or replace view record_overview as
with sessions as (
  select
    record_id, min(start_on) as start_on, max(end_on) as end_on, min(start_time) as start_time, max(end_time) as end_time
  from activity_session
  group by record_id
), categories as (
  select record_id, list(category order by ordinal) as categories from activity_category group by record_id
), visitors as (
  select record_id, count(distinct institution) as institutions, count(person) as people
  from participant group by record_id
), asked as (
  select record_id, count(*) as questions from question group by record_id
), final as (
  select
    r.record_id,
    r.activity_id,
    o.security_code,
    o.security_name,
    o.exchange,
    o.disclosed_on,
    o.available_at,
    s.start_on,
    s.end_on,
    s.start_time,
    c.categories,
    r.category_note,
    r.location,
    coalesce(v.institutions, 0) as institutions,
    coalesce(v.people, 0) as people,
    r.participants_stated,
    coalesce(q.questions, 0) as questions,
    r.signed_on,
    o.announcement_id,
    o.address,
    r.document_id,
    s.end_time,
    o.first_seen_at,
    o.company_id,
    o.board,
    coalesce(starts_with(d.reader, 'pdf+ocr'), false) as is_ocr
  from activity_record r
  join record_source o using (record_id)
  left join document d on d.document_id = r.document_id
  left join sessions s using (record_id)
  left join categories c using (record_id)
  left join visitors v using (record_id)
  left join asked q using (record_id)
)
select * from final;
