-- Use: an institution at a meeting, over what could be known at one instant and was seen at another. The base of
-- co_attendance and institution_topic_month: a macro and no step of theirs, so that a filter reaches it wherever it is
-- used twice (DuckDB does not keep hints against ready-made steps in a file that is opened again).
create or replace macro visit_known(available_until, seen_until) as table
select * from derived.visit
where coalesce(available_at, 'infinity') <= available_until and coalesce(first_seen_at, 'infinity') <= seen_until;
comment on macro table visit_known is 'an institution at a meeting, over rows with available_at and first_seen_at up to the two instants';
