-- The trading calendar, the exchanges' rules, names of codes, and measures of answers.

create table trading_day (
  trading_on date not null,
  number integer not null,
  primary key (trading_on)
);
comment on table trading_day is 'One trading day 交易日 of the Shanghai exchange, which Shenzhen and Beijing share; from lookups/trading_day.csv.';
comment on column trading_day.trading_on is 'the day';
comment on column trading_day.number is 'from 1, in order';

create table disclosure_rule (
  exchange varchar not null,
  trading_days integer,
  strict_trading_days integer,
  months integer,
  source varchar not null,
  primary key (exchange)
);
comment on table disclosure_rule is 'How soon after a meeting an exchange wants its record; from lookups/disclosure_rule.csv.';
comment on column disclosure_rule.exchange is 'SZSE, SSE or BSE';
comment on column disclosure_rule.trading_days is 'limit in trading days, the most lenient wording; null without one';
comment on column disclosure_rule.strict_trading_days is 'limit in trading days, the strictest wording; null without one';
comment on column disclosure_rule.months is 'limit in months; null without one';
comment on column disclosure_rule.source is 'the rule, and how it is known';

create table enumeration (
  enumeration varchar not null,
  code varchar not null,
  ordinal integer not null,
  name_zh varchar not null,
  name_en varchar not null,
  primary key (enumeration, code)
);
comment on table enumeration is 'The values of a column that has few, with their names; from lookups/enumeration.csv.';
comment on column enumeration.enumeration is 'table and column, such as host.rank';
comment on column enumeration.code is 'as it stands in the column';
comment on column enumeration.ordinal is 'from 1; the order of ranks, grades and the like';
comment on column enumeration.name_zh is 'in Chinese';
comment on column enumeration.name_en is 'in English';

create table boilerplate (
  pattern varchar not null,
  meaning varchar not null,
  primary key (pattern)
);
comment on table boilerplate is 'A set phrase 套话 of answers; from lookups/boilerplate.csv.';
comment on column boilerplate.pattern is 'regular expression (RE2)';
comment on column boilerplate.meaning is 'what it says';

create table answer_measure (
  record_id varchar not null,
  ordinal integer not null,
  question_characters integer not null,
  answer_characters integer not null,
  boilerplate_share double,
  novelty double,
  question_novelty double,
  repeats_record_id varchar,
  repeats_ordinal integer,
  changed_in_run varchar not null,
  primary key (record_id, ordinal)
);
comment on table answer_measure is 'Measures of one question and its answer, against earlier meetings of the same company.';
comment on column answer_measure.record_id is 'the activity record';
comment on column answer_measure.ordinal is 'of the question';
comment on column answer_measure.question_characters is 'letters, digits and Han characters of the question';
comment on column answer_measure.answer_characters is 'letters, digits and Han characters of the answer';
comment on column answer_measure.boilerplate_share is 'Derived: share of the answer''s characters in phrases of the table boilerplate; null for an empty answer';
comment on column answer_measure.novelty is 'Derived: share of the answer''s 4-character shingles that no answer of an earlier meeting of the company holds; null under 4 characters or where the record has no announcement';
comment on column answer_measure.question_novelty is 'Derived: the same for the question against earlier questions';
comment on column answer_measure.repeats_record_id is 'Derived: the earliest record of an earlier meeting of the company with the same question, letter for letter; null where there is none';
comment on column answer_measure.repeats_ordinal is 'Derived: of that question';
comment on column answer_measure.changed_in_run is 'run that last changed the row; not part of the digest';

create table topic (
  topic varchar not null,
  name_zh varchar not null,
  name_en varchar not null,
  changed_in_run varchar not null,
  primary key (topic)
);
comment on table topic is 'One topic 主题 of questions, by the register extractors/registers/topic.csv.';
comment on column topic.topic is 'its id';
comment on column topic.name_zh is 'in Chinese';
comment on column topic.name_en is 'in English';
comment on column topic.changed_in_run is 'run that last changed the row; not part of the digest';

create table bookkeeping.lookup (
  name varchar not null,
  hash varchar not null,
  primary key (name)
);
create table bookkeeping.measured (
  company_id varchar not null,
  hash varchar not null,
  primary key (company_id)
);
comment on table bookkeeping.measured is 'What the measures of a company''s answers were made of: it is made anew where that changed.';
