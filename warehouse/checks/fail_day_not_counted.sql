-- Windows graded counted whose days do not add up to what the source promised.
select source, partition, walked_at, any_value(promised) as promised, sum(listed) as listed
from listing_day
where grade = 'counted'
group by source, partition, walked_at
having sum(listed) > any_value(promised);
