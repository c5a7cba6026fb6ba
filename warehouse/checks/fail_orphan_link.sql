-- Links whose announcements do not exist, and records replaced by others that do not.
select 'announcement_link' as "table", announcement_id as id
from announcement_link anti join announcement using (announcement_id)
union all
select 'announcement_link', related_id
from announcement_link anti join announcement on announcement.announcement_id = announcement_link.related_id
union all
select 'activity_record', supersedes_record_id
from activity_record r
where supersedes_record_id is not null
  and not exists (from activity_record o where o.record_id = r.supersedes_record_id);
