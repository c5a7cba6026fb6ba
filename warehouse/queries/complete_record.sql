-- Ids of records and announcements that begin so, the newest meetings first, with company and day.
with named as (
  select unnest([record_id, announcement_id]) as identity, security_code, security_name, start_on
  from record_overview
)
select identity, any_value(concat_ws(' ', security_code, security_name, start_on) order by start_on desc) as said
from named
where starts_with(identity, $begins)
group by identity
order by max(start_on) desc nulls last, identity
limit $limit;
