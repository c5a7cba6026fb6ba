-- Companies, codes and names as the listings show them; what no listing shows any more goes.
create or replace temp table shown as
select s.*, a.disclosed_on from sighting s join announcement a using (announcement_id);

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

insert into security (security_code, exchange, org_id, board, changed_in_run)
select security_code, exchange, org_id, board, current_run()
from shown
qualify row_number() over (
  partition by security_code, exchange  -- not every source tells the issuer's id
  order by org_id is null, disclosed_on desc, last_seen_at desc, source, source_key desc
) = 1
on conflict (security_code, exchange) do update set
  org_id = excluded.org_id, board = excluded.board, changed_in_run = excluded.changed_in_run
  where (security.org_id, security.board) is distinct from (excluded.org_id, excluded.board);

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
