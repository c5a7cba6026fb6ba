-- Sources whose answers in a run were not what their contract promises.
select distinct source, partition, reason
from listing_day
where changed_in_run = $run_id and grade = 'open' and regexp_matches(reason, '^(ContractBroken|FilterIgnored):')
order by source, partition, reason;
