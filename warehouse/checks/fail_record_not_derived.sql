-- Records that the derived tables do not hold, or hold though they are gone.
select record_id from activity_record anti join derived.record using (record_id)
union all
select record_id from derived.record anti join activity_record using (record_id);
