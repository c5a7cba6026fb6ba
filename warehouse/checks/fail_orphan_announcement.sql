-- Sightings and files whose announcement does not exist.
select 'sighting' as "table", announcement_id from sighting anti join announcement using (announcement_id)
union all
select 'announcement_document', announcement_id from announcement_document anti join announcement using (announcement_id);
