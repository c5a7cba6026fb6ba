-- Who came to the meetings of some records, an entry a line.
select record_id, institution, string_agg(person, '、' order by ordinal) as people
from participant
where record_id in (select unnest($ids))
group by record_id, entry, institution
order by record_id, entry;
