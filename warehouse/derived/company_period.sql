-- Months and quarters of the companies that are due.
delete from derived.company_period where coalesce(company_id, '') in (select company_id from due);

insert into derived.company_period by name
from company_period_at(
  'infinity'::timestamptz, 'infinity'::timestamptz, companies := (select list(company_id) from due)
)
order by period, company_id, starts_on;
