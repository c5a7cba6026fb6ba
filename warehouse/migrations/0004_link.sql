-- Announcements that belong together: corrections, annexes, parts.

create table announcement_link (
  announcement_id varchar not null,
  related_id varchar not null,
  relation varchar not null,
  evidence varchar not null,
  changed_in_run varchar not null,
  primary key (announcement_id, related_id)
);
comment on table announcement_link is 'An announcement that belongs to another of the same security.';
comment on column announcement_link.announcement_id is 'the announcement that corrects, is annexed or goes on';
comment on column announcement_link.related_id is 'the announcement it belongs to';
comment on column announcement_link.relation is 'corrects 更正, annex_of 附件 or part_of 分篇';
comment on column announcement_link.evidence is 'why they belong together';
comment on column announcement_link.changed_in_run is 'run that last changed the row; not part of the digest';
comment on column activity.evidence is 'why records are one meeting: one record, or same security, first day and content, most questions or replacement';
