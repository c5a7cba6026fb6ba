-- The last runs.
select strftime(started_at, '%Y-%m-%d %H:%M') as started, kind, outcome, fetched, parsed, refused,
  date_diff('second', started_at, ended_at) as seconds
from run
order by started_at desc
limit 5;
