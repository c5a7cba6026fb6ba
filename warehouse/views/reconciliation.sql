-- Grain: one meeting's first day of one security. Use: what a vendor's survey report has beside what is here, and what
-- one of the two lacks; days that the vendor's report was read for alone, since elsewhere nothing can be said.
create or replace view reconciliation as
with read_days as (
  select day, max(walked_at) as walked_at
  from listing_day
  where source = 'eastmoney' and grade <> 'open'
  group by day
), standing as (  -- a row that the day's last reading no longer held was changed or withdrawn
  select s.*
  from survey s join read_days r on r.day = s.notice_on and s.last_seen_at >= r.walked_at
), vendor as (
  select
    exchange, security_code, start_on, min(notice_on) as notice_on,
    count(distinct institution)::integer as institutions_listed,
    max(institution_count) as institutions_counted
  from standing
  group by exchange, security_code, start_on
), own as (
  select
    exchange, security_code, start_on, min(disclosed_on) as disclosed_on,
    max(institutions) as institutions, max(participants_stated) as participants_stated,
    string_agg(distinct record_id, ' ' order by record_id) as record_ids
  from record_overview
  where start_on is not null
  group by exchange, security_code, start_on
), joined as (
  select
    coalesce(o.exchange, v.exchange) as exchange,
    coalesce(o.security_code, v.security_code) as security_code,
    coalesce(o.start_on, v.start_on) as start_on,
    o.disclosed_on, v.notice_on, o.institutions, o.participants_stated,
    coalesce(v.institutions_counted, v.institutions_listed) as vendor_institutions, o.record_ids
  from own o full join vendor v using (exchange, security_code, start_on)
)
select
  exchange, security_code, start_on, disclosed_on, notice_on,
  case
    when record_ids is null then 'vendor alone'
    when notice_on is null then 'here alone'
    when institutions is distinct from vendor_institutions and institutions > 0 then 'other count'
    else 'agree'
  end as finding,
  institutions, vendor_institutions, participants_stated, record_ids
from joined
where notice_on is not null or exists (from read_days r where r.day between disclosed_on and disclosed_on + 1);
comment on view reconciliation is 'One meeting''s first day of one security: what a vendor''s survey report has beside what is here';
comment on column reconciliation.exchange is 'SZSE, SSE or BSE';
comment on column reconciliation.security_code is '证券代码';
comment on column reconciliation.start_on is 'first day of the meeting';
comment on column reconciliation.disclosed_on is 'nominal day of disclosure here; null where it is not here';
comment on column reconciliation.notice_on is 'the vendor''s day of disclosure; null where the vendor lacks it';
comment on column reconciliation.finding is 'agree, other count, here alone or vendor alone';
comment on column reconciliation.institutions is 'different institutions named here';
comment on column reconciliation.vendor_institutions is 'institutions that the vendor counts';
comment on column reconciliation.participants_stated is 'the total that the form states';
comment on column reconciliation.record_ids is 'records here, parted by blanks';
