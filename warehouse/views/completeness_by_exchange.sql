-- Grain: one day and exchange. Use: what is proved and what is open, how many announcements there were, and what the
-- exchange's second list and a vendor say of the same day.
create or replace view completeness_by_exchange as
with graded as (
  select
    l.day, r.exchange, r.role,
    case
      when bool_or(l.grade = 'open') then 'open' when bool_and(l.grade = 'counted') then 'counted' else 'walked'
    end as grade,
    string_agg(l.source || '/' || l.partition || ': ' || l.reason, '; ' order by l.source, l.partition) as reason
  from listing_day l join listing_rule r using (source, partition)
  group by l.day, r.exchange, r.role
), days as (
  select
    day, exchange,
    coalesce(max(grade) filter (where role = 'first'), 'open') as grade,
    max(grade) filter (where role = 'second') as second_grade,
    string_agg(reason, '; ' order by role) as reason
  from graded
  group by day, exchange
), seen as (  -- lists of either role in which an announcement stands; feeds of companies are the first list's
  select
    a.disclosed_on as day, a.exchange, a.announcement_id, a.withdrawn_seen_at,
    bool_or(coalesce(r.role, 'first') = 'first') as in_first,
    bool_or(r.role = 'second') as in_second
  from announcement a
  join sighting s using (announcement_id)
  left join listing_rule r on r.source = s.source and r.partition = s.partition
  group by all
), outcome as (
  select ad.announcement_id, bool_or(r.record_id is not null) as is_parsed
  from announcement_document ad left join activity_record r using (document_id)
  group by ad.announcement_id
), counted as (
  select
    s.day, s.exchange,
    count(*)::integer as announcements,
    count(*) filter (where s.in_first and not coalesce(s.in_second, false))::integer as first_alone,
    count(*) filter (where s.in_second and not s.in_first)::integer as second_alone,
    count(o.announcement_id)::integer as fetched,
    count(*) filter (where o.is_parsed)::integer as parsed,
    count(*) filter (where o.announcement_id is not null and not o.is_parsed)::integer as refused,
    count(s.withdrawn_seen_at)::integer as withdrawn
  from seen s left join outcome o using (announcement_id)
  group by s.day, s.exchange
), vendor as (
  select notice_on as day, exchange, count(*)::integer as vendor_alone
  from reconciliation
  where finding = 'vendor alone'
  group by notice_on, exchange
)
select
  d.day, d.exchange, d.grade, d.second_grade,
  coalesce(c.announcements, 0) as announcements, coalesce(c.first_alone, 0) as first_alone,
  coalesce(c.second_alone, 0) as second_alone, v.vendor_alone, coalesce(c.fetched, 0) as fetched,
  coalesce(c.parsed, 0) as parsed, coalesce(c.refused, 0) as refused, coalesce(c.withdrawn, 0) as withdrawn, d.reason
from days d
left join counted c using (day, exchange)
left join vendor v using (day, exchange);
comment on view completeness_by_exchange is 'What is proved and what is open, by day and exchange, and what the second list and a vendor say';
comment on column completeness_by_exchange.day is 'nominal day of disclosure';
comment on column completeness_by_exchange.exchange is 'SZSE, SSE or BSE';
comment on column completeness_by_exchange.grade is 'counted, walked or open: the weakest of the exchange''s first list; open where it was not listed';
comment on column completeness_by_exchange.second_grade is 'the same of its second lists; null where none was listed';
comment on column completeness_by_exchange.announcements is 'announcements of the day, each once';
comment on column completeness_by_exchange.first_alone is 'of these in the first list alone';
comment on column completeness_by_exchange.second_alone is 'of these in a second list alone: what the first list lacks';
comment on column completeness_by_exchange.vendor_alone is 'meetings that the vendor has and the warehouse lacks, by the vendor''s day; null where it was not read or lacks none';
comment on column completeness_by_exchange.fetched is 'announcements whose file is in the archive';
comment on column completeness_by_exchange.parsed is 'announcements whose file gave an activity record';
comment on column completeness_by_exchange.refused is 'announcements whose file was refused';
comment on column completeness_by_exchange.withdrawn is 'announcements that a later counted walk no longer showed';
comment on column completeness_by_exchange.reason is 'why lists are open';
