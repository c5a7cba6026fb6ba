-- Questions with whole answers, topics and page, of some records.
select record_id, question, answer, page, topics
from qa
where record_id in (select unnest($ids))
order by record_id, ordinal;
