-- Companies, codes and names as listings and lists of codes show them; what neither shows any more goes.
create or replace temp table shown as
select
  s.org_id, s.security_code, s.exchange, s.board, s.security_name, a.disclosed_on, s.last_seen_at, s.source, s.source_key
from sighting s join announcement a using (announcement_id)
union all
select
  org_id, security_code, exchange, board, security_name, (unnest([first_seen_at, last_seen_at])
    at time zone 'Asia/Shanghai')::date, last_seen_at, 'company', security_code
from listed_security;

delete from company
where org_id not in (select org_id from shown where org_id is not null and security_name is not null);

insert into company (org_id, name, full_name, exchange, board, changed_in_run)
with latest as (
  select org_id, security_name, exchange, board, security_code
  from shown
  where org_id is not null and security_name is not null
  qualify row_number() over (
    partition by org_id order by disclosed_on desc, last_seen_at desc, source, source_key desc
  ) = 1
), printed as (
  select security_code, company_name
  from activity_record
  where company_name is not null
  qualify row_number() over (partition by security_code order by signed_on desc nulls last, record_id) = 1
)
select l.org_id, l.security_name, p.company_name, l.exchange, l.board, current_run()
from latest l left join printed p using (security_code)
on conflict (org_id) do update set
  name = excluded.name, full_name = excluded.full_name, exchange = excluded.exchange, board = excluded.board,
  changed_in_run = excluded.changed_in_run
  where (company.name, company.full_name, company.exchange, company.board)
    is distinct from (excluded.name, excluded.full_name, excluded.exchange, excluded.board);

delete from security
where not exists (from shown s where s.security_code = security.security_code and s.exchange = security.exchange);

insert into security
  (security_code, exchange, org_id, board, current_code, valid_from, valid_to, changed_in_run)
with held as (
  select
    security_code, exchange,
    arg_max(org_id, (disclosed_on, last_seen_at, source, source_key)) as org_id,
    arg_max(board, (disclosed_on, last_seen_at, source, source_key)) as board
  from shown
  group by security_code, exchange
), coded as (
  select security_code, exchange, arg_max(current_code, (last_seen_at, security_name)) as current_code
  from listed_security
  group by security_code, exchange
), moved as (  -- Beijing's codes became 920xxx on 2025-10-09
  select exchange, current_code as security_code, date '2025-10-09' as moved_on
  from coded
  where current_code <> security_code
  group by all
)
select
  h.security_code, h.exchange, h.org_id, h.board, c.current_code, m.moved_on,
  case when c.current_code <> h.security_code then date '2025-10-08' end,
  current_run()
from held h
left join coded c using (security_code, exchange)
left join moved m using (security_code, exchange)
on conflict (security_code, exchange) do update set
  org_id = excluded.org_id, board = excluded.board, current_code = excluded.current_code,
  valid_from = excluded.valid_from, valid_to = excluded.valid_to, changed_in_run = excluded.changed_in_run
  where (security.org_id, security.board, security.current_code, security.valid_from, security.valid_to)
    is distinct from
      (excluded.org_id, excluded.board, excluded.current_code, excluded.valid_from, excluded.valid_to);

delete from security_name
where not exists (
  from shown s
  where s.security_code = security_name.security_code and s.exchange = security_name.exchange
    and s.security_name = security_name.name
);

insert into security_name (security_code, exchange, name, seen_from, seen_to, changed_in_run)
select security_code, exchange, security_name, min(disclosed_on), max(disclosed_on), current_run()
from shown
where security_name is not null
group by all
on conflict (security_code, exchange, name) do update set
  seen_from = excluded.seen_from, seen_to = excluded.seen_to, changed_in_run = excluded.changed_in_run
  where (security_name.seen_from, security_name.seen_to) is distinct from (excluded.seen_from, excluded.seen_to);
drop table shown;
