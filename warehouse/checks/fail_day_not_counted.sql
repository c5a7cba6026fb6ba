-- Windows graded counted without a total, or whose days add up to more than the source promised.
select source, partition, walked_at, any_value(promised) as promised, sum(listed) as listed
from listing_day
where grade = 'counted'
group by source, partition, walked_at
having count(promised) < count(*) or sum(listed) > any_value(promised);
