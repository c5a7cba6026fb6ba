-- What became of the announcements of each day, and which of them were withdrawn.
create or replace temp table gone as
with shown as materialized (  -- else walks are joined before their days are known
  select
    s.source, s.partition, a.disclosed_on as day, s.announcement_id,
    max(s.last_seen_at) over (partition by s.announcement_id) as last_seen_at
  from sighting s
  join announcement a using (announcement_id)
)
select s.announcement_id, min(w.walked_at) as seen_at
from shown s
join bookkeeping.walk w using (source, partition, day)
where w.walked_at > s.last_seen_at
group by s.announcement_id;

update announcement set withdrawn_seen_at = g.seen_at, changed_in_run = current_run()
from (select a.announcement_id, gone.seen_at from announcement a left join gone using (announcement_id)) g
where g.announcement_id = announcement.announcement_id and announcement.withdrawn_seen_at is distinct from g.seen_at;
drop table gone;

create or replace temp table became as
with listed as (
  select s.source, s.partition, a.disclosed_on as day, a.announcement_id, a.first_seen_at, max(s.last_seen_at) as last_seen_at
  from sighting s join announcement a using (announcement_id)
  group by all
), outcome as (
  select
    ad.announcement_id,
    bool_or(r.record_id is not null) as is_parsed,
    bool_or(f.document_id is not null and r.record_id is null) as is_refused
  from announcement_document ad
  left join activity_record r using (document_id)
  left join (select distinct document_id from parse_failure) f using (document_id)
  group by ad.announcement_id
)
select
  d.source, d.partition, d.day,
  count(*) filter (where l.first_seen_at >= d.walked_at) as new,
  count(o.announcement_id) as fetched,
  count(*) filter (where o.is_parsed) as parsed,
  count(*) filter (where o.is_refused and not o.is_parsed) as refused
from listing_day d
left join listed l on l.source = d.source and l.partition = d.partition and l.day = d.day
  and (d.grade = 'open' or l.last_seen_at >= d.walked_at)  -- what the walk that graded the day saw, as `listed` counts
left join outcome o using (announcement_id)
group by d.source, d.partition, d.day;

update listing_day set
  new = b.new, fetched = b.fetched, parsed = b.parsed, refused = b.refused, changed_in_run = current_run()
from became b
where b.source = listing_day.source and b.partition = listing_day.partition and b.day = listing_day.day
  and (listing_day.new, listing_day.fetched, listing_day.parsed, listing_day.refused)
    is distinct from (b.new, b.fetched, b.parsed, b.refused);
drop table became;
