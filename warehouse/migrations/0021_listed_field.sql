-- Which fields the rows of each source have, so that a new or missing one is told.

create table listed_field (
  source varchar not null,
  field varchar not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  changed_in_run varchar not null,
  primary key (source, field)
);
comment on table listed_field is 'One field that rows of a source have, whether it is read or not.';
comment on column listed_field.source is 'the source, such as cninfo';
comment on column listed_field.field is 'the field''s name in the source''s answer';
comment on column listed_field.first_seen_at is 'instant of the earliest answer that had it';
comment on column listed_field.last_seen_at is 'instant of the latest answer that had it';
comment on column listed_field.changed_in_run is 'run that last changed the row; not part of the digest';
