-- Use: company_period_at, ready made but for the quarters that hold something not known then and those after: what is
-- known of a quarter follows from the rows of that quarter alone.
create or replace macro company_period_known(available_until, seen_until) as table
with unknown as (
  select quarter_of(min(available_at)) as since
  from derived.record
  where not (available_at <= available_until and coalesce(first_seen_at, 'infinity') <= seen_until)
)
select * from derived.company_period where starts_on < coalesce((select since from unknown), 'infinity'::date)
union all by name
select * from company_period_at(
  available_until, seen_until,
  since := coalesce((select to_timestamp(epoch(since) - 28800) from unknown), 'infinity'::timestamptz)
);
comment on macro table company_period_known is 'company_period_at over rows with available_at and first_seen_at up to the two instants, ready made but for the quarters that hold something not known then and those after';
