-- What views hand out ready made: the schema derived, filled by the scripts of its name. Each table equals what its
-- script says of all companies, and is made anew for those that changed; nothing is known here that main does not hold.
create schema derived;

create table derived.record (
  record_id varchar not null, activity_id varchar, document_id varchar not null, company_id varchar,
  security_code varchar, security_name varchar, exchange varchar, board varchar, announcement_id varchar,
  address varchar, disclosed_on date, available_at timestamptz, first_seen_at timestamptz, records bigint not null,
  tells boolean not null, start_on date, end_on date, start_time time, end_time time, categories varchar[],
  category_note varchar, location varchar, signed_on date, participants_stated integer, institutions bigint not null,
  people bigint not null, questions bigint not null, characters bigint not null, institution_names varchar[],
  person_names varchar[], host_names varchar[], host_titles varchar[], is_ocr boolean not null,
  fingerprint ubigint not null
);
comment on table derived.record is 'One activity record with where it comes from and what hangs on it; tells says whether its meeting is told by it';

create table derived.visit (
  activity_id varchar not null, institution_key varchar not null, institution_name varchar, institution_type varchar,
  people bigint not null, company_id varchar, security_code varchar, security_name varchar, exchange varchar,
  board varchar, start_on date, end_on date, disclosed_on date, available_at timestamptz, first_seen_at timestamptz,
  visit_number bigint not null, days_since_visit bigint
);
comment on table derived.visit is 'One institution at one meeting';

create table derived.person_visit (
  activity_id varchar not null, person_key varchar not null, person varchar not null, institution_key varchar not null,
  institution_name varchar, institution_type varchar, company_id varchar, security_code varchar,
  security_name varchar, start_on date, disclosed_on date, available_at timestamptz, first_seen_at timestamptz,
  visit_number bigint not null
);
comment on table derived.person_visit is 'One person of an institution at one meeting';

create table derived.company_period (
  company_id varchar, period varchar not null, starts_on date not null, meetings bigint not null,
  questions bigint not null, characters bigint not null, on_site_share double, lag_trading_days double,
  visits bigint not null, first_visits bigint not null, institutions bigint not null, funds bigint not null,
  securities_firms bigint not null, insurers bigint not null, private_funds bigint not null,
  foreign_institutions bigint not null, other_institutions bigint not null, unresolved_institutions bigint not null,
  topics bigint not null, novelty double, boilerplate_share double
);
comment on table derived.company_period is 'One company in a month or quarter in which something of it could be known';

drop table bookkeeping.measured;  -- filled anew, by what the derived tables know of a company
create table bookkeeping.measured (
  company_id varchar not null,
  hash varchar not null,
  primary key (company_id)
);
comment on table bookkeeping.measured is 'What the derived tables and measures of a company were made of: they are made anew where that changed. The empty id is of records without a company.';
