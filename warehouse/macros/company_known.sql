-- Use: each company as its latest record has it, with the first and the last instant; over what could be known at one
-- instant and was seen at another.
create or replace macro company_known(available_until, seen_until) as table
with latest as (
  select
    company_id, min(available_at) as first_at, max(available_at) as last_at,
    min_by(
      {'code': security_code, 'name': security_name, 'exchange': exchange, 'board': board},
      (-epoch_us(available_at), record_id)
    ) as own
  from derived.record
  where available_at <= available_until and coalesce(first_seen_at, 'infinity') <= seen_until
  group by company_id
)
select
  company_id, own.code as security_code, own.name as security_name, own.exchange as exchange, own.board as board,
  first_at, max(last_at) over () as last_of_all_at
from latest;
comment on macro table company_known is 'each company as its latest record has it, over rows with available_at and first_seen_at up to the two instants';
