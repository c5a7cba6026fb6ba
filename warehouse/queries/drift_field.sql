-- Fields that rows of a source have since a run, or had until it; of sources that answered in it and before.
with own as (
  select started_at from run where run_id = $run_id
), answered as (
  select f.source
  from listed_field f, own
  group by f.source, own.started_at
  having max(f.last_seen_at) >= own.started_at and min(f.first_seen_at) < own.started_at
)
select f.source, f.field, f.first_seen_at >= own.started_at as is_new
from listed_field f join answered using (source), own
where f.first_seen_at >= own.started_at
  or f.last_seen_at between own.started_at - interval 3 days and own.started_at
order by f.source, f.field;
