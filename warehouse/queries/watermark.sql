-- The last day of a source before its first open one, else its last day; companies' own feeds are backfilled apart.
with days as (
  select day, bool_or(grade = 'open') as is_open
  from listing_day
  where source = $source and not regexp_matches(partition, '^\d{6}-\d+$')
  group by day
)
select coalesce(min(day) filter (where is_open) - 1, max(day)) from days;
