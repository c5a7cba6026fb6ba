-- The documents that took a run the most processor time to read.
select
  p.document_id[:12] as document, min(r.security_code) as code, d.media_type as format, d.page_count as pages,
  round(p.seconds, 2) as seconds
from bookkeeping.parsed p
join document d using (document_id)
left join activity_record r using (document_id)
where p.run_id = $run_id and p.seconds is not null
group by all
order by seconds desc, document
limit 5;
