-- Rows of a record's tables whose record does not exist.
select 'activity_session' as "table", record_id, ordinal from activity_session anti join activity_record using (record_id)
union all select 'activity_category', record_id, ordinal from activity_category anti join activity_record using (record_id)
union all select 'participant', record_id, ordinal from participant anti join activity_record using (record_id)
union all select 'host', record_id, ordinal from host anti join activity_record using (record_id)
union all select 'question', record_id, ordinal from question anti join activity_record using (record_id)
union all select 'question_topic', record_id, ordinal from question_topic anti join question using (record_id, ordinal)
union all select 'figure', record_id, ordinal from figure anti join question using (record_id, ordinal)
union all select 'region', record_id, ordinal from region anti join activity_record using (record_id)
union all select 'attachment', record_id, ordinal from attachment anti join activity_record using (record_id)
union all select 'remark', record_id, ordinal from remark anti join activity_record using (record_id)
union all select 'leftover', record_id, ordinal from leftover anti join activity_record using (record_id);
