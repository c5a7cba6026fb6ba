-- Grain: one person at one meeting, known within an institution. Use: who came again; two people of one name and house are one.
create or replace view person_visit as
select
  activity_id, person_key, person, institution_key, institution_name, institution_type, company_id, security_code,
  security_name, start_on, disclosed_on, available_at, first_seen_at, visit_number
from derived.person_visit;
comment on view person_visit is 'One person at one meeting, known within an institution and numbered among the visits to the company';
comment on column person_visit.activity_id is 'the meeting 活动';
comment on column person_visit.person_key is 'institution_key, a stroke and the name: a person who changes house is another one';
comment on column person_visit.person is '人员姓名 as printed';
comment on column person_visit.institution_key is 'id in the register, else the name as printed';
comment on column person_visit.institution_name is 'short name in the register, else as printed';
comment on column person_visit.institution_type is 'type in the register; null where not resolved';
comment on column person_visit.company_id is 'org_id of the issuer, else its code';
comment on column person_visit.security_code is '证券代码, printed, else of the announcement';
comment on column person_visit.security_name is '证券简称, printed, else of the listing';
comment on column person_visit.start_on is 'first day of the meeting';
comment on column person_visit.disclosed_on is 'nominal day of disclosure';
comment on column person_visit.available_at is 'instant from which the market could know';
comment on column person_visit.first_seen_at is 'instant from which this warehouse''s sources showed it';
comment on column person_visit.visit_number is 'from 1: which of the person''s known visits to the company';
