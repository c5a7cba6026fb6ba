-- Records without their meeting, and meetings without records.
select record_id as id from activity_record anti join activity using (activity_id)
union all
select activity_id from activity anti join activity_record using (activity_id);
