-- The last day of a source before its first open one, else its last day.
with days as (
  select day, bool_or(grade = 'open') as is_open
  from listing_day
  where source = $source
  group by day
)
select coalesce(min(day) filter (where is_open) - 1, max(day)) from days;
