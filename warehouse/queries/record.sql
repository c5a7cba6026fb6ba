-- One record's header; by record id, announcement id, or the beginning of a document's hash.
select o.*
from record_overview o
where o.record_id = $id or o.announcement_id = $id or starts_with(o.document_id, $id)
order by o.record_id
limit 1;
