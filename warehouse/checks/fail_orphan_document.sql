-- Records, failures and announcements' files whose document does not exist.
select 'activity_record' as "table", document_id from activity_record anti join document using (document_id)
union all select 'parse_failure', document_id from parse_failure anti join document using (document_id)
union all select 'announcement_document', document_id from announcement_document anti join document using (document_id);
