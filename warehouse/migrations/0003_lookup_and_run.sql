-- Issuers and their names, meetings, institutions, lookups, runs, and the writer's own bookkeeping.

create table company (
  org_id varchar not null,
  name varchar not null,
  full_name varchar,
  exchange varchar not null,
  board varchar,
  changed_in_run varchar not null,
  primary key (org_id)
);
comment on table company is 'One issuer 发行人, as far as listings and records name it.';
comment on column company.org_id is 'the issuer''s id at cninfo; stays when codes change';
comment on column company.name is 'latest short name 证券简称 in a listing';
comment on column company.full_name is 'full name 公司全称 as its latest record prints it';
comment on column company.exchange is 'SZSE, SSE or BSE, of its latest listing';
comment on column company.board is 'main, chinext, star or bse, of its latest listing';
comment on column company.changed_in_run is 'run that last changed the row; not part of the digest';

create table security (
  security_code varchar not null,
  exchange varchar not null,
  org_id varchar,
  board varchar,
  valid_from date,
  valid_to date,
  changed_in_run varchar not null,
  primary key (security_code, exchange)
);
comment on table security is 'One code 证券代码 at one exchange.';
comment on column security.security_code is 'six digits, leading zeros kept';
comment on column security.exchange is 'SZSE, SSE or BSE';
comment on column security.org_id is 'the issuer';
comment on column security.board is 'main, chinext, star or bse';
comment on column security.valid_from is 'first day the code was in use; null where not known';
comment on column security.valid_to is 'last day the code was in use; null while it is, or where not known';
comment on column security.changed_in_run is 'run that last changed the row; not part of the digest';

create table security_name (
  security_code varchar not null,
  exchange varchar not null,
  name varchar not null,
  seen_from date not null,
  seen_to date not null,
  changed_in_run varchar not null,
  primary key (security_code, exchange, name)
);
comment on table security_name is 'A short name 证券简称 of a code, as observed in listings.';
comment on column security_name.security_code is 'six digits, leading zeros kept';
comment on column security_name.exchange is 'SZSE, SSE or BSE';
comment on column security_name.name is 'as the source prints it, blanks removed';
comment on column security_name.seen_from is 'first day of disclosure under the name';
comment on column security_name.seen_to is 'last day of disclosure under the name';
comment on column security_name.changed_in_run is 'run that last changed the row; not part of the digest';

create table activity (
  activity_id varchar not null,
  security_code varchar,
  start_on date,
  end_on date,
  record_count integer not null,
  evidence varchar not null,
  changed_in_run varchar not null,
  primary key (activity_id)
);
comment on table activity is 'One meeting 活动, told in one record or more.';
comment on column activity.activity_id is 'the first of its records by id';
comment on column activity.security_code is '证券代码';
comment on column activity.start_on is 'first day of its sessions';
comment on column activity.end_on is 'last day of its sessions';
comment on column activity.record_count is 'records that tell of it';
comment on column activity.evidence is 'why records are one meeting: one record, or same security, first day and content';
comment on column activity.changed_in_run is 'run that last changed the row; not part of the digest';

create table institution (
  institution_id varchar not null,
  name varchar not null,
  short_name varchar not null,
  type varchar not null,
  group_name varchar,
  valid_from date,
  valid_to date,
  changed_in_run varchar not null,
  primary key (institution_id)
);
comment on table institution is 'One institution 机构 of the register.';
comment on column institution.institution_id is 'its full name';
comment on column institution.name is 'full name 全称';
comment on column institution.short_name is 'first short name 简称 in the register';
comment on column institution.type is 'securities, fund, asset_manager, private_fund, insurance, wealth, foreign or media';
comment on column institution.group_name is 'group it belongs to; null where not known';
comment on column institution.valid_from is 'first day of the name; null where not known';
comment on column institution.valid_to is 'last day of the name; null while in use, or where not known';
comment on column institution.changed_in_run is 'run that last changed the row; not part of the digest';

create table institution_alias (
  alias varchar not null,
  institution_id varchar not null,
  evidence varchar not null,
  changed_in_run varchar not null,
  primary key (alias)
);
comment on table institution_alias is 'A name under which an institution is printed; resolution is exact.';
comment on column institution_alias.alias is 'as printed';
comment on column institution_alias.institution_id is 'the institution';
comment on column institution_alias.evidence is 'why the name is its: full name or short name of the register';
comment on column institution_alias.changed_in_run is 'run that last changed the row; not part of the digest';

create table question_topic (
  record_id varchar not null,
  ordinal integer not null,
  topic varchar not null,
  changed_in_run varchar not null,
  primary key (record_id, ordinal, topic)
);
comment on table question_topic is 'A topic 主题 of a question; filled when topics are read, empty until then.';
comment on column question_topic.record_id is 'the activity record';
comment on column question_topic.ordinal is 'of the question';
comment on column question_topic.topic is 'the topic';
comment on column question_topic.changed_in_run is 'run that last changed the row; not part of the digest';

create table category (
  category varchar not null,
  name_en varchar not null,
  primary key (category)
);
comment on table category is 'Options of 投资者关系活动类别 that the forms print; others stand in activity_category as printed.';
comment on column category.category is 'as the form prints it';
comment on column category.name_en is 'in English';
insert into category values
  ('特定对象调研', 'site visit by specific investors'),
  ('分析师会议', 'analyst meeting'),
  ('媒体采访', 'media interview'),
  ('业绩说明会', 'results briefing'),
  ('新闻发布会', 'press conference'),
  ('路演活动', 'roadshow'),
  ('现场参观', 'on-site tour'),
  ('一对一沟通', 'one-on-one meeting'),
  ('电话会议', 'conference call'),
  ('其他', 'other');

create table run (
  run_id varchar not null,
  kind varchar not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome varchar not null,
  window_from date,
  window_to date,
  listed integer,
  fetched integer,
  parsed integer,
  refused integer,
  version varchar not null,
  detail varchar,
  primary key (run_id)
);
comment on table run is 'One run of a flow; not part of the digest.';
comment on column run.run_id is 'instant of its start and a random part';
comment on column run.kind is 'ingest, backfill, replay or rebuild';
comment on column run.started_at is 'instant of its start';
comment on column run.ended_at is 'instant at which its load was checked';
comment on column run.outcome is 'complete, or incomplete where a day stayed open or a file was not fetched';
comment on column run.window_from is 'first day that it listed; null where it listed nothing';
comment on column run.window_to is 'last day that it listed';
comment on column run.listed is 'announcements listed';
comment on column run.fetched is 'files fetched or imported';
comment on column run.parsed is 'documents that gave a record';
comment on column run.refused is 'documents refused, with reasons in parse_failure';
comment on column run.version is 'version of jiyao';
comment on column run.detail is 'what stayed open, and why';

create table bookkeeping.segment (
  segment varchar not null,
  entries_loaded integer not null,
  primary key (segment)
);
create table bookkeeping.parsed (
  document_id varchar not null,
  version varchar not null,
  primary key (document_id)
);
create table bookkeeping.walk (
  source varchar not null,
  partition varchar not null,
  day date not null,
  walked_at timestamptz not null,
  primary key (source, partition, day, walked_at)
);
comment on table bookkeeping.walk is 'Counted walks over a day: listing_day keeps the last of them.';
