-- Days that are not proved, with the reason, newest first: at most 40.
select day, exchange, left(reason, 400) as reason
from completeness_by_exchange
where grade = 'open'
order by day desc, exchange
limit 40;
