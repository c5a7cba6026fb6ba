-- The newest records.
select
  o.record_id, o.announcement_id, o.disclosed_on, o.start_on, o.end_on, left(o.start_time::varchar, 5) as start_time,
  left(o.end_time::varchar, 5) as end_time, o.security_code, o.security_name, r.company_name, o.exchange, o.categories,
  o.category_note, o.location, o.institutions, o.people, o.participants_stated, o.questions, r.record_no, a.title,
  o.address, d.page_count, o.is_ocr
from record_overview o
join activity_record r using (record_id)
left join announcement a using (announcement_id)
left join document d on d.document_id = o.document_id
order by o.available_at desc nulls last, o.start_on desc nulls last, o.record_id
limit $limit;
