-- Who received them.
select record_id, name, title from host where record_id in (select unnest($ids)) order by record_id, ordinal;
