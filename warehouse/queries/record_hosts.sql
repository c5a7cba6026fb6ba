-- Who received them.
select name, title from host where record_id = $record_id order by ordinal;
