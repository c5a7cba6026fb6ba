-- Measures of questions that are no longer there, and companies without any.
delete from answer_measure m
where not exists (from question q where q.record_id = m.record_id and q.ordinal = m.ordinal);

delete from bookkeeping.measured
where company_id not in (
  select company_id from record_source semi join question using (record_id) where company_id is not null
);
