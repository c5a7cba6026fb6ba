-- What the next run would do: files that no answer has brought, and open days of partitions.
select
  (select count(distinct s.address)::integer
   from announcement a join sighting s using (announcement_id)
   where s.address is not null and a.withdrawn_seen_at is null and not exists (
     from announcement_document d where d.announcement_id = a.announcement_id and d.address = s.address
   )) as files_to_fetch,
  (select count(*)::integer from listing_day where grade = 'open') as open_days;
