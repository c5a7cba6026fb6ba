-- The last runs.
select run_id, kind, outcome, window_from, window_to, listed, fetched, parsed, refused,
  date_diff('second', started_at, ended_at) as seconds
from run
order by started_at desc
limit 5;
