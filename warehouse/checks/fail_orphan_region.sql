-- Places of rows that do not exist.
select record_id, kind, ordinal from region anti join question using (record_id, ordinal) where kind = 'question'
union all
select record_id, kind, ordinal from region anti join participant using (record_id, ordinal) where kind = 'participant'
union all
select record_id, kind, ordinal from region anti join host using (record_id, ordinal) where kind = 'host'
union all
select record_id, kind, ordinal from region where kind not in ('question', 'participant', 'host');
