-- Where one record's rows of a kind stand on the pages; all of them, or one.
select ordinal, page, x0, top, x1, bottom
from region
where record_id = $record_id and kind = $kind and x0 is not null and ($ordinal is null or ordinal = $ordinal)
order by ordinal, part;
