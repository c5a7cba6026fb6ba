-- What companies answer when they are asked about capacity (产能)
select security_name, page, question, answer[:60] || '…' as answer_begins
from qa
where question like '%产能%'
order by start_on desc, record_id, ordinal
limit 3;
