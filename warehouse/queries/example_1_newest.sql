-- The newest meetings: who met whom, how many came, how much was asked
select start_on, security_name, categories, institutions as orgs, people, questions as asked
from record_overview
order by start_on desc, asked desc, record_id
limit 5;
