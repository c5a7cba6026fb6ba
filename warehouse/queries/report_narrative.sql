-- Running text outside questions and answers, of some records.
select record_id, narrative, participants_note
from activity_record
where record_id in (select unnest($ids)) and coalesce(narrative, participants_note) is not null
order by record_id;
