-- What listings are held against: lists of codes, a vendor's surveys, and what each list must hold.

create table listed_security (
  security_code varchar not null,
  exchange varchar not null,
  security_name varchar not null,
  current_code varchar not null,
  board varchar not null,
  org_id varchar not null,
  category varchar not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  changed_in_run varchar not null,
  primary key (security_code, exchange, security_name)
);
comment on table listed_security is 'One security under one short name, as a list of codes 证券列表 has it.';
comment on column listed_security.security_code is 'six digits, leading zeros kept';
comment on column listed_security.exchange is 'SZSE, SSE or BSE';
comment on column listed_security.security_name is '证券简称, blanks removed';
comment on column listed_security.current_code is 'the issuer''s code of today: 920xxx for Beijing''s old ones, else the same';
comment on column listed_security.board is 'main, chinext, star or bse';
comment on column listed_security.org_id is 'the issuer''s id at cninfo';
comment on column listed_security.category is 'as printed: A股, B股 or CDR';
comment on column listed_security.first_seen_at is 'instant of the earliest list that held it';
comment on column listed_security.last_seen_at is 'instant of the latest list that held it';
comment on column listed_security.changed_in_run is 'run that last changed the row; not part of the digest';

create table survey (
  survey_id varchar not null,
  security_code varchar not null,
  exchange varchar not null,
  notice_on date not null,
  start_on date not null,
  end_on date,
  time_printed varchar,
  way varchar,
  file_key varchar,
  institution varchar,
  visitor varchar,
  institution_count integer,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  changed_in_run varchar not null,
  primary key (survey_id)
);
comment on table survey is 'One activity, or one institution at it, as a vendor (Eastmoney 机构调研) counts it; for reconciliation alone.';
comment on column survey.survey_id is 'SHA-256 of all that the vendor''s row says';
comment on column survey.security_code is '证券代码';
comment on column survey.exchange is 'SZSE, SSE or BSE';
comment on column survey.notice_on is 'the vendor''s day of disclosure';
comment on column survey.start_on is 'first day of the activity';
comment on column survey.end_on is 'last day; null where the vendor gives none';
comment on column survey.time_printed is 'the vendor''s words on the time';
comment on column survey.way is '接待方式 as the vendor names it';
comment on column survey.file_key is 'of the vendor''s copy of the file';
comment on column survey.institution is 'the institution; null for the activity as a whole';
comment on column survey.visitor is 'its people';
comment on column survey.institution_count is 'institutions of the activity, where the vendor says it';
comment on column survey.first_seen_at is 'instant of the earliest response that held it';
comment on column survey.last_seen_at is 'instant of the latest response that held it; a row that a later response of its day lacks was changed or withdrawn';
comment on column survey.changed_in_run is 'run that last changed the row; not part of the digest';

create table feed_company (
  security_code varchar not null,
  uid varchar not null,
  security_name varchar not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  changed_in_run varchar not null,
  primary key (security_code)
);
comment on table feed_company is 'One company of 上证e互动, with its number there.';
comment on column feed_company.security_code is '证券代码';
comment on column feed_company.uid is 'by which its own feed is asked for';
comment on column feed_company.security_name is '证券简称 as the list prints it';
comment on column feed_company.first_seen_at is 'instant of the earliest list that held it';
comment on column feed_company.last_seen_at is 'instant of the latest list that held it';
comment on column feed_company.changed_in_run is 'run that last changed the row; not part of the digest';

create table listing_rule (
  source varchar not null,
  partition varchar not null,
  exchange varchar not null,
  role varchar not null,
  floor integer,
  quiet_trading_days integer,
  evidence varchar not null,
  primary key (source, partition)
);
comment on table listing_rule is 'What a partition of a source must hold, or else it is an alarm; from lookups/listing_rule.csv.';
comment on column listing_rule.source is 'the source, such as cninfo';
comment on column listing_rule.partition is 'the source''s partition, such as szse';
comment on column listing_rule.exchange is 'SZSE, SSE or BSE: whose announcements it lists';
comment on column listing_rule.role is 'first or second: whether it is the exchange''s main list';
comment on column listing_rule.floor is 'rows that a trading day has at least; null without one';
comment on column listing_rule.quiet_trading_days is 'trading days in a row without any row that are an alarm; null without one';
comment on column listing_rule.evidence is 'how it is known';

alter table security add column current_code varchar;
comment on column security.current_code is 'Derived: the issuer''s code of today, where a list of codes tells it';
alter table announcement_document add column last_fetched_at timestamptz;
comment on column announcement_document.last_fetched_at is 'instant of the latest response with these bytes';
