-- Records without a date, a category or a host.
select record_id,
  record_id not in (select record_id from activity_session) as lacks_session,
  record_id not in (select record_id from activity_category) as lacks_category,
  record_id not in (select record_id from host) as lacks_host
from activity_record
where lacks_session or lacks_category or lacks_host;
