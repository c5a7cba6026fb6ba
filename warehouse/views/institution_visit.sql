-- Grain: one institution at one meeting, however many records and people tell of it. Use: first visits against repeated ones.
create or replace view institution_visit as
select
  activity_id, institution_key, institution_name, institution_type, people, company_id, security_code, security_name,
  exchange, board, start_on, end_on, disclosed_on, available_at, first_seen_at, visit_number,
  visit_number = 1 as is_first_visit, days_since_visit
from derived.visit;
comment on view institution_visit is 'One institution at one meeting, numbered among its visits to the company in the order in which they could be known';
comment on column institution_visit.activity_id is 'the meeting 活动';
comment on column institution_visit.institution_key is 'id in the register, else the name as printed';
comment on column institution_visit.institution_name is 'short name in the register, else as printed';
comment on column institution_visit.institution_type is 'type in the register; null where not resolved';
comment on column institution_visit.people is 'different persons of it that are named';
comment on column institution_visit.company_id is 'org_id of the issuer, else its code';
comment on column institution_visit.security_code is '证券代码, printed, else of the announcement';
comment on column institution_visit.security_name is '证券简称, printed, else of the listing';
comment on column institution_visit.exchange is 'SZSE, SSE or BSE';
comment on column institution_visit.board is 'main, chinext, star or bse';
comment on column institution_visit.start_on is 'first day of the meeting';
comment on column institution_visit.end_on is 'last day of the meeting';
comment on column institution_visit.disclosed_on is 'nominal day of disclosure';
comment on column institution_visit.available_at is 'instant from which the market could know';
comment on column institution_visit.first_seen_at is 'instant from which this warehouse''s sources showed it';
comment on column institution_visit.visit_number is 'from 1: which of its known visits to the company';
comment on column institution_visit.is_first_visit is 'no earlier visit of it to the company is known';
comment on column institution_visit.days_since_visit is 'days from the start of the visit before it; null for a first one';
