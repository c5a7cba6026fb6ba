-- Use: each company as its latest record has it, with the first and the last instant; over what could be known at one
-- instant and was seen at another.
create or replace macro company_known(available_until, seen_until) as table
select
  company_id, security_code, security_name, exchange, board, min(available_at) over own as first_at,
  (
    select max(available_at) from derived.record
    where available_at <= available_until and coalesce(first_seen_at, 'infinity') <= seen_until
  ) as last_of_all_at
from derived.record
where available_at <= available_until and coalesce(first_seen_at, 'infinity') <= seen_until
window own as (partition by company_id)
qualify row_number() over (partition by company_id order by available_at desc, record_id) = 1;
comment on macro table company_known is 'each company as its latest record has it, over rows with available_at and first_seen_at up to the two instants';
