-- Questions whose text or answer holds a word, newest first; large and small letters are alike.
select record_id, security_code, security_name, start_on, page, question, answer
from qa
where question ilike $pattern escape '!' or answer ilike $pattern escape '!'
order by start_on desc nulls last, record_id, ordinal
limit $limit;
