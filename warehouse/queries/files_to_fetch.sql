-- Addresses of announcements whose file is not in the archive, newest first; of one issuer where $code is not empty.
select a.announcement_id, s.source, s.address
from announcement a
join sighting s using (announcement_id)
where s.address is not null
  and a.withdrawn_seen_at is null
  and ($code in ('', a.security_code) or a.security_code in (
    select other.security_code from security own join security other using (org_id) where own.security_code = $code
  ))
  and not exists (
    from announcement_document ad where ad.announcement_id = a.announcement_id and ad.address = s.address
  )
order by a.disclosed_on desc, a.announcement_id, s.source;
