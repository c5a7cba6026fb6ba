-- Grain: one place of one row of a record's tables, or the row itself where no place is known. Use: from any value to file, page and box.
create or replace view lineage as
with row_of as (
  select 'activity_record' as kind, record_id, 1 as ordinal from activity_record
  union all select 'activity_session', record_id, ordinal from activity_session
  union all select 'activity_category', record_id, ordinal from activity_category
  union all select 'participant', record_id, ordinal from participant
  union all select 'host', record_id, ordinal from host
  union all select 'question', record_id, ordinal from question
  union all select 'attachment', record_id, ordinal from attachment
  union all select 'remark', record_id, ordinal from remark
  union all select 'leftover', record_id, ordinal from leftover
), fetched as (
  select announcement_id, document_id, address, min(fetched_at) as fetched_at from announcement_document group by all
)
select
  w.kind, w.record_id, w.ordinal, coalesce(g.part, 1) as part, g.page, g.x0, g.top, g.x1, g.bottom, s.document_id,
  d.media_type, 'objects/' || s.document_id[:2] || '/' || s.document_id as archive_path, s.announcement_id, s.address,
  f.fetched_at, d.reader
from row_of w
join record_source s using (record_id)
left join document d using (document_id)
left join region g using (record_id, kind, ordinal)
left join fetched f using (announcement_id, document_id, address);
comment on view lineage is 'One row of a record''s tables with the file, page and box from which it was read';
comment on column lineage.kind is 'table of the row';
comment on column lineage.record_id is 'the activity record';
comment on column lineage.ordinal is 'of the row';
comment on column lineage.part is 'from 1: a row over two pages has two places';
comment on column lineage.page is 'from 1; null where no place is known';
comment on column lineage.x0 is 'PDF points, origin top left';
comment on column lineage.top is 'top edge, points';
comment on column lineage.x1 is 'right edge, points';
comment on column lineage.bottom is 'bottom edge, points';
comment on column lineage.document_id is 'SHA-256 of the file';
comment on column lineage.media_type is 'pdf, docx, doc, html or markdown';
comment on column lineage.archive_path is 'of the file, below data/archive';
comment on column lineage.announcement_id is 'the announcement';
comment on column lineage.address is 'where the file was fetched';
comment on column lineage.fetched_at is 'instant of the response that brought it';
comment on column lineage.reader is 'which reader read it and its version';
