-- Files that were fetched before, those first that were longest not asked for; of one day in an order without pattern.
select min(d.announcement_id) as announcement_id, min(s.source) as source, d.address
from announcement_document d
join sighting s using (announcement_id, address)
group by d.address
order by max(d.last_fetched_at at time zone 'Asia/Shanghai')::date, md5(d.address)
limit $limit;
