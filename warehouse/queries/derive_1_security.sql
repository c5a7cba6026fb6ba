-- Companies, codes and names as the listings show them.
insert into company (org_id, name, full_name, exchange, board, changed_in_run)
with latest as (
  select s.org_id, s.security_name, s.exchange, s.board, s.security_code
  from sighting s
  where s.org_id is not null and s.security_name is not null
  qualify row_number() over (partition by s.org_id order by s.last_seen_at desc, s.source, s.source_key desc) = 1
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

insert into security (security_code, exchange, org_id, board, changed_in_run)
select security_code, exchange, org_id, board, current_run()
from sighting
qualify row_number() over (partition by security_code, exchange order by last_seen_at desc, source, source_key desc) = 1
on conflict (security_code, exchange) do update set
  org_id = excluded.org_id, board = excluded.board, changed_in_run = excluded.changed_in_run
  where (security.org_id, security.board) is distinct from (excluded.org_id, excluded.board);

insert into security_name (security_code, exchange, name, seen_from, seen_to, changed_in_run)
select s.security_code, s.exchange, s.security_name, min(a.disclosed_on), max(a.disclosed_on), current_run()
from sighting s join announcement a using (announcement_id)
where s.security_name is not null
group by all
on conflict (security_code, exchange, name) do update set
  seen_from = excluded.seen_from, seen_to = excluded.seen_to, changed_in_run = excluded.changed_in_run
  where (security_name.seen_from, security_name.seen_to) is distinct from (excluded.seen_from, excluded.seen_to);
