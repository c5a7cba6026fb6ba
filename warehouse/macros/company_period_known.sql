-- Use: company_period_at, ready made where all that is known counts.
create or replace macro company_period_known(available_until, seen_until) as table
select * from derived.company_period
where available_until = 'infinity'::timestamptz and seen_until = 'infinity'::timestamptz
union all by name
select * from company_period_at(available_until, seen_until)
where not (available_until = 'infinity'::timestamptz and seen_until = 'infinity'::timestamptz);
comment on macro table company_period_known is 'company_period_at over rows with available_at and first_seen_at up to the two instants, ready made where both are infinity';
