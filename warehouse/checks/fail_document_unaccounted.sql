-- Documents that are parsed but gave neither a record nor a reason.
select document_id
from document join bookkeeping.parsed using (document_id)
anti join activity_record using (document_id)
anti join parse_failure using (document_id);
