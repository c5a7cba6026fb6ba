-- Announcements that belong together, and records that replace others.
create or replace temp table dated as  -- records with their announcements and first days
select
  ad.announcement_id, a.kind, a.security_code, a.available_at, ad.address, ad.fetched_at, r.record_id, r.ordinal,
  min(s.start_on) as start_on
from announcement_document ad
join announcement a using (announcement_id)
join activity_record r using (document_id)
left join activity_session s using (record_id)
group by all;

create or replace temp table linked as
with titled as (
  select
    announcement_id, security_code, kind, disclosed_on, available_at,
    regexp_replace(title, '[（(【\[]?(关于|的|更正后?|补充|修订[版稿后]?|公告)[）)】\]]?|\s', '', 'g') as plain,
    regexp_replace(title, '[（(][一二三四五六七八九十\d]{1,2}[）)]|\s', '', 'g') as whole,
    regexp_extract(title, '[（(]([一二三四五六七八九十\d]{1,2})[）)]', 1) as part
  from announcement
), corrected as (
  select
    c.announcement_id, o.announcement_id as related_id, 'corrects' as relation,
    case
      when same_day then 'same security and first day of the meeting'
      when regexp_matches(c.plain, '\d') then 'same security and dated title'
      else 'same security and title'
    end as evidence
  from titled c
  join titled o on o.security_code = c.security_code and o.kind in ('record', 'correction')
    and (o.available_at, o.announcement_id) < (c.available_at, c.announcement_id)
    and o.disclosed_on >= c.disclosed_on - 180
  left join (
    select distinct cd.announcement_id, od.announcement_id as other_id, true as same_day
    from dated cd join dated od on cd.security_code = od.security_code and cd.start_on = od.start_on
  ) meeting on meeting.announcement_id = c.announcement_id and meeting.other_id = o.announcement_id
  where c.kind = 'correction' and (c.plain = o.plain or same_day)
  qualify row_number() over (
    partition by c.announcement_id order by same_day nulls last, o.available_at desc, o.announcement_id desc
  ) = 1
), annexed as (
  select a.announcement_id, o.announcement_id as related_id, 'annex_of' as relation,
    'nearest record of the security within a day' as evidence
  from titled a
  join titled o on o.security_code = a.security_code and o.kind = 'record'
    and abs(date_diff('day', a.disclosed_on, o.disclosed_on)) <= 1
  where a.kind = 'annex'
  qualify row_number() over (
    partition by a.announcement_id
    order by abs(date_diff('second', a.available_at, o.available_at)), o.announcement_id
  ) = 1
), parted as (
  select
    announcement_id,
    first_value(announcement_id) over (
      partition by security_code, disclosed_on, whole
      order by strpos('一二三四五六七八九十', part[1]), length(part), part, announcement_id
    ) as related_id,
    'part_of' as relation, 'same security, day and title but for its number' as evidence
  from titled
  where part <> '' and kind = 'record'
)
from corrected union all from annexed union all (from parted where announcement_id <> related_id);

delete from announcement_link
where not exists (
  from linked l
  where l.announcement_id = announcement_link.announcement_id and l.related_id = announcement_link.related_id
);

insert into announcement_link (announcement_id, related_id, relation, evidence, changed_in_run)
select announcement_id, related_id, relation, evidence, current_run() from linked
on conflict (announcement_id, related_id) do update set
  relation = excluded.relation, evidence = excluded.evidence, changed_in_run = excluded.changed_in_run
  where (announcement_link.relation, announcement_link.evidence)
    is distinct from (excluded.relation, excluded.evidence);

update activity_record set supersedes_record_id = f.old_id, changed_in_run = current_run()
from (
  with replaced as (
    select n.record_id, o.record_id as old_id, o.available_at, o.fetched_at  -- a file replaced under its address
    from dated n join dated o
      on o.announcement_id = n.announcement_id and o.address = n.address and o.ordinal = n.ordinal
      and o.fetched_at < n.fetched_at and o.record_id <> n.record_id
    union all
    select n.record_id, o.record_id, o.available_at, o.fetched_at  -- a correction of the same meeting
    from linked l
    join dated n using (announcement_id)
    join dated o on o.announcement_id = l.related_id and o.record_id <> n.record_id and o.ordinal = n.ordinal
    where l.relation = 'corrects' and l.evidence <> 'same security and title'
  ), chosen as (
    from replaced
    qualify row_number() over (partition by record_id order by available_at desc, fetched_at desc, old_id) = 1
  )
  select r.record_id, c.old_id from activity_record r left join chosen c using (record_id)
) f
where f.record_id = activity_record.record_id and activity_record.supersedes_record_id is distinct from f.old_id;
drop table linked;
drop table dated;
