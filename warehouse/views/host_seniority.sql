-- Grain: one activity record that names hosts. Use: how high the hosts stood.
create or replace view host_seniority as
with ranked as (
  select h.record_id, h.rank, coalesce(e.ordinal, 999) as level
  from host h
  left join enumeration e on e.enumeration = 'host.rank' and e.code = h.rank
)
select
  o.record_id, o.activity_id, o.company_id, o.security_code, o.security_name, o.exchange, o.disclosed_on, o.available_at,
  o.first_seen_at,
  count(*) as hosts,
  arg_min(r.rank, r.level) as top_rank,
  nullif(min(r.level), 999) as top_level,
  bool_or(r.rank is not distinct from 'chairman') as has_chairman,
  bool_or(r.rank is not distinct from 'president') as has_president,
  bool_or(r.rank is not distinct from 'board_secretary') as has_board_secretary,
  bool_or(r.rank is not distinct from 'finance') as has_finance,
  bool_or(r.rank is not distinct from 'independent_director') as has_independent_director
from ranked r
join record_source o using (record_id)
group by all;
comment on view host_seniority is 'One activity record with how high its hosts stood';
comment on column host_seniority.record_id is 'the activity record';
comment on column host_seniority.activity_id is 'the meeting 活动';
comment on column host_seniority.company_id is 'org_id of the issuer, else its code';
comment on column host_seniority.security_code is '证券代码, printed, else of the announcement';
comment on column host_seniority.security_name is '证券简称, printed, else of the listing';
comment on column host_seniority.exchange is 'SZSE, SSE or BSE';
comment on column host_seniority.disclosed_on is 'nominal day of disclosure';
comment on column host_seniority.available_at is 'instant from which the market could know';
comment on column host_seniority.first_seen_at is 'instant from which this warehouse''s sources showed it';
comment on column host_seniority.hosts is 'hosts named';
comment on column host_seniority.top_rank is 'highest rank among them; null where no title is printed';
comment on column host_seniority.top_level is 'order of that rank, 1 the highest';
comment on column host_seniority.has_chairman is 'a 董事长 received them';
comment on column host_seniority.has_president is 'a 总经理 or 总裁 whose highest rank it is';
comment on column host_seniority.has_board_secretary is 'a 董事会秘书 whose highest rank it is';
comment on column host_seniority.has_finance is 'a 财务总监 whose highest rank it is';
comment on column host_seniority.has_independent_director is 'an 独立董事 whose highest rank it is';
