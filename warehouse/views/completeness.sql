-- Grain: one day and source. Use: what is proved and what is open, and what became of the files.
create or replace view completeness as
select
  day, source,
  case when bool_or(grade = 'open') then 'open' when bool_and(grade = 'counted') then 'counted' else 'walked' end as grade,
  sum(promised)::integer as promised,
  sum(listed)::integer as listed,
  sum(fetched)::integer as fetched,
  sum(parsed)::integer as parsed,
  sum(refused)::integer as refused,
  string_agg(partition || ': ' || reason, '; ' order by partition) as reason
from listing_day
group by day, source;
comment on view completeness is 'What is proved and what is open, by day and source';
comment on column completeness.day is 'nominal day of disclosure';
comment on column completeness.source is 'the source';
comment on column completeness.grade is 'counted, walked or open: the weakest of the partitions';
comment on column completeness.promised is 'rows that the source promised for the windows in which the day was listed';
comment on column completeness.listed is 'rows listed';
comment on column completeness.fetched is 'announcements whose file is in the archive';
comment on column completeness.parsed is 'announcements whose file gave an activity record';
comment on column completeness.refused is 'announcements whose file was refused';
comment on column completeness.reason is 'why partitions are open';
