-- What the exchanges list, and the files that were fetched.

create table announcement (
  announcement_id varchar not null,
  security_code varchar not null,
  exchange varchar not null,
  title varchar not null,
  kind varchar not null,
  disclosed_on date not null,
  disclosed_at timestamptz,
  available_at timestamptz not null,
  first_seen_at timestamptz not null,
  withdrawn_seen_at timestamptz,
  changed_in_run varchar not null,
  primary key (announcement_id)
);
comment on table announcement is 'One disclosure (公告) by one issuer, whichever sources list it.';
comment on column announcement.announcement_id is 'namespace and the source''s key, such as `cninfo-1225461888`';
comment on column announcement.security_code is 'six digits, leading zeros kept';
comment on column announcement.exchange is 'SZSE, SSE or BSE';
comment on column announcement.title is 'tags and entities removed';
comment on column announcement.kind is 'record, annex, policy, notice or correction, by its title';
comment on column announcement.disclosed_on is 'nominal day of disclosure; after-hours filings carry the next day';
comment on column announcement.disclosed_at is 'instant, null where the source gives only a day';
comment on column announcement.available_at is 'disclosed_at, else the end of disclosed_on in Asia/Shanghai';
comment on column announcement.first_seen_at is 'instant of the earliest response that listed it';
comment on column announcement.withdrawn_seen_at is 'Derived: instant of the first later counted walk that no longer showed it; null while it is shown';
comment on column announcement.changed_in_run is 'run that last changed the row; not part of the digest';

create table sighting (
  source varchar not null,
  source_key varchar not null,
  partition varchar not null,
  announcement_id varchar not null,
  title varchar not null,
  address varchar,
  security_code varchar not null,
  security_name varchar,
  exchange varchar not null,
  org_id varchar,
  board varchar,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  changed_in_run varchar not null,
  primary key (source, source_key)
);
comment on table sighting is 'One announcement as one source lists it.';
comment on column sighting.source is 'such as cninfo';
comment on column sighting.source_key is 'the source''s own key';
comment on column sighting.partition is 'of the source, in which it was listed';
comment on column sighting.announcement_id is 'the announcement';
comment on column sighting.title is 'as the source prints it';
comment on column sighting.address is 'of the file; null where the source names no file';
comment on column sighting.security_code is '证券代码, six digits';
comment on column sighting.security_name is '证券简称 as the source prints it, blanks removed';
comment on column sighting.exchange is 'SZSE, SSE or BSE';
comment on column sighting.org_id is 'the issuer''s id at cninfo; stays when codes change';
comment on column sighting.board is 'main, chinext, star or bse';
comment on column sighting.first_seen_at is 'instant of the earliest response that showed it';
comment on column sighting.last_seen_at is 'instant of the latest response that showed it';
comment on column sighting.changed_in_run is 'run that last changed the row; not part of the digest';

create table listing_day (
  source varchar not null,
  partition varchar not null,
  day date not null,
  grade varchar not null,
  promised integer,
  listed integer not null,
  reason varchar,
  walked_at timestamptz not null,
  new integer,
  fetched integer,
  parsed integer,
  refused integer,
  changed_in_run varchar not null,
  primary key (source, partition, day)
);
comment on table listing_day is 'What one walk proved for one source, partition and day.';
comment on column listing_day.source is 'the source, such as cninfo';
comment on column listing_day.partition is 'the source''s partition, such as szse';
comment on column listing_day.day is 'nominal day of disclosure';
comment on column listing_day.grade is 'counted, walked or open';
comment on column listing_day.promised is 'rows that the source said the window holds; null without a total';
comment on column listing_day.listed is 'unique rows of this day';
comment on column listing_day.reason is 'why it is open';
comment on column listing_day.walked_at is 'instant of the walk''s first response, or of its failure';
comment on column listing_day.new is 'Derived: announcements of the day first seen by the walk that graded it';
comment on column listing_day.fetched is 'Derived: announcements of the day whose file is in the archive';
comment on column listing_day.parsed is 'Derived: announcements of the day whose file gave an activity record';
comment on column listing_day.refused is 'Derived: announcements of the day whose file was refused, with reasons in parse_failure';
comment on column listing_day.changed_in_run is 'run that last changed the row; not part of the digest';

create table document (
  document_id varchar not null,
  media_type varchar not null,
  byte_count integer not null,
  page_count integer,
  reader varchar,
  changed_in_run varchar not null,
  primary key (document_id)
);
comment on table document is 'One file, by its bytes.';
comment on column document.document_id is 'SHA-256, hexadecimal';
comment on column document.media_type is 'pdf, docx, doc, html, markdown or unknown, decided by the bytes';
comment on column document.byte_count is 'size in bytes';
comment on column document.page_count is 'null where the format has no pages';
comment on column document.reader is 'which reader read it and its version; null where none could';
comment on column document.changed_in_run is 'run that last changed the row; not part of the digest';

create table announcement_document (
  announcement_id varchar not null,
  document_id varchar not null,
  address varchar not null,
  fetched_at timestamptz not null,
  changed_in_run varchar not null,
  primary key (announcement_id, document_id, address)
);
comment on table announcement_document is 'A file as it was fetched for an announcement; a file can be replaced under the same address.';
comment on column announcement_document.announcement_id is 'the announcement';
comment on column announcement_document.document_id is 'the document, by the SHA-256 of its bytes';
comment on column announcement_document.address is 'where it was fetched';
comment on column announcement_document.fetched_at is 'instant of the response';
comment on column announcement_document.changed_in_run is 'run that last changed the row; not part of the digest';
