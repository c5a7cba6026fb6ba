-- What is no longer there: measures of questions, and companies without any record, with all that was derived of them.
delete from answer_measure m
where not exists (from question q where q.record_id = m.record_id and q.ordinal = m.ordinal);

create or replace temp table kept as select distinct coalesce(company_id, '') as company_id from derived.record;
delete from bookkeeping.measured where company_id not in (from kept);
delete from derived.visit where coalesce(company_id, '') not in (from kept);
delete from derived.person_visit where coalesce(company_id, '') not in (from kept);
delete from derived.company_period where coalesce(company_id, '') not in (from kept);
drop table kept;
