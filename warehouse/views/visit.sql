-- Grain: one institution, or person, at one meeting. Use: who visits whom; counts meetings by activity_id.
create or replace view visit as
select
  o.activity_id, p.record_id, p.ordinal, o.security_code, o.security_name, o.exchange, o.disclosed_on, o.available_at,
  o.start_on, o.end_on, o.categories, p.institution, coalesce(i.short_name, p.institution) as institution_name,
  i.type as institution_type, p.person, o.company_id, o.first_seen_at
from participant p
join record_overview o using (record_id)
left join institution i using (institution_id);
comment on view visit is 'One institution, or person of it, at one meeting';
comment on column visit.activity_id is 'the meeting 活动';
comment on column visit.record_id is 'the activity record';
comment on column visit.ordinal is 'order in the record, from 1';
comment on column visit.security_code is '证券代码, printed, else of the announcement';
comment on column visit.security_name is '证券简称, printed, else of the listing';
comment on column visit.exchange is 'SZSE, SSE or BSE';
comment on column visit.disclosed_on is 'nominal day of disclosure';
comment on column visit.available_at is 'instant from which the market could know';
comment on column visit.start_on is 'first day of the meeting';
comment on column visit.end_on is 'last day of the meeting';
comment on column visit.categories is 'ticked 活动类别, in order';
comment on column visit.institution is '参与单位 as printed';
comment on column visit.institution_name is 'short name in the register, else as printed';
comment on column visit.institution_type is 'type in the register; null where not resolved';
comment on column visit.person is '人员姓名; null where nobody is named';
comment on column visit.company_id is 'org_id of the issuer, else its code';
comment on column visit.first_seen_at is 'instant from which this warehouse''s sources showed it';
