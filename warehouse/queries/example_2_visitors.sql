-- Which institutions met the most companies
select institution_name, count(distinct security_code) as companies, count(distinct activity_id) as meetings
from visit
where institution_name is not null
group by institution_name
order by companies desc, meetings desc, institution_name
limit 5;
