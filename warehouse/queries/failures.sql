-- Why documents were not read, or not in full.
select stage, error, count(distinct document_id)::integer as documents, any_value(detail order by document_id) as example
from parse_failure
group by stage, error
order by documents desc, stage, error;
