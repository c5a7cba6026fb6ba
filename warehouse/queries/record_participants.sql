-- Who came to one record's meeting, an entry a line.
select institution, string_agg(person, '、' order by ordinal) as people
from participant
where record_id = $record_id
group by entry, institution
order by entry;
