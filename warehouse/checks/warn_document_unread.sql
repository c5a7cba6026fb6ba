-- Documents that could not be read.
select document_id, error, detail from parse_failure where stage = 'read';
