-- Documents that gave no record, the newest first: why, of which announcement, and where the file stands.
with named as (
  select
    d.document_id, any_value(a.announcement_id order by d.last_fetched_at desc) as announcement_id,
    any_value(d.address order by d.last_fetched_at desc) as address,
    any_value(s.source order by d.last_fetched_at desc) as source
  from announcement_document d
  join announcement a using (announcement_id)
  join sighting s using (announcement_id, address)
  group by d.document_id
)
select
  f.error as reason, f.document_id, n.announcement_id, a.exchange, a.security_code, a.disclosed_on, a.title, n.source, n.address,
  f.detail
from parse_failure f
left join named n using (document_id)
left join announcement a using (announcement_id)
where f.stage <> 'label' and not exists (
  from announcement_document later join activity_record r on r.document_id = later.document_id
  where later.announcement_id = n.announcement_id and later.address = n.address
)
order by f.error, a.disclosed_on desc nulls last, f.document_id, f.ordinal;
