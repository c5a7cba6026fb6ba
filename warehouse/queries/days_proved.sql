-- Days of a source that are proved in every partition, by walks after the day and the day behind it were over.
select day
from listing_day
where source = $source and list_contains($partitions, partition) and grade <> 'open'
  and (walked_at at time zone 'Asia/Shanghai')::date > day + 1
group by day
having count(*) = len($partitions);
