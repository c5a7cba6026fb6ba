-- The newest meetings with who came
select start_on, security_code, security_name, categories, institutions, people, questions
from record_overview
order by start_on desc, questions desc
limit 5;
