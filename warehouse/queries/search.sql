-- Questions whose text or answer holds a word, newest first.
select record_id, security_code, security_name, start_on, page, question, answer
from qa
where question like $pattern escape '!' or answer like $pattern escape '!'
order by start_on desc nulls last, record_id, ordinal
limit $limit;
