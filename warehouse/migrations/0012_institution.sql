-- Institutions with English names, mergers and evidence; printed names with the rule that resolved them.

drop table institution;
create table institution (
  institution_id varchar not null,
  name varchar not null,
  short_name varchar not null,
  english_name varchar,
  type varchar not null,
  group_name varchar,
  valid_from date,
  valid_to date,
  successor_id varchar,
  evidence varchar not null,
  changed_in_run varchar not null,
  primary key (institution_id)
);
comment on table institution is 'One institution 机构 of the register; one that was renamed keeps one row, under its latest name.';
comment on column institution.institution_id is 'its full name';
comment on column institution.name is 'full name 全称, the latest';
comment on column institution.short_name is 'first short name 简称 in the register';
comment on column institution.english_name is 'first English name in the register; null where it has none';
comment on column institution.type is 'securities, fund, asset_manager, private_fund, insurance, wealth, trust, bank, futures, group, foreign, research or media';
comment on column institution.group_name is 'short name of the institution at its group''s head 集团; null where none is told';
comment on column institution.valid_from is 'first day it existed, of a month or year where only that is known; null where not known';
comment on column institution.valid_to is 'last day before it merged, of a month or year where only that is known; null while it exists, or where not known';
comment on column institution.successor_id is 'the institution that it merged into: its names mean that one in meetings after valid_to';
comment on column institution.evidence is 'how the row is known: common knowledge, printed so in public records, or what is unsure';
comment on column institution.changed_in_run is 'run that last changed the row; not part of the digest';

drop table institution_alias;
create table institution_alias (
  alias varchar not null,
  institution_id varchar not null,
  evidence varchar not null,
  valid_to date,
  changed_in_run varchar not null,
  primary key (alias)
);
comment on table institution_alias is 'A name of an institution in the register; no two institutions have the same.';
comment on column institution_alias.alias is 'the name';
comment on column institution_alias.institution_id is 'the institution';
comment on column institution_alias.evidence is 'why the name is its: full name, short name, English name or former name of the register';
comment on column institution_alias.valid_to is 'last day of a former name, of a month or year where only that is known; null while in use, or where not known';
comment on column institution_alias.changed_in_run is 'run that last changed the row; not part of the digest';

create table institution_shared (
  name varchar not null,
  institution_id varchar not null,
  changed_in_run varchar not null,
  primary key (name, institution_id)
);
comment on table institution_shared is 'A short name that several institutions share, so that it is resolved to none, and one of those who can be meant.';
comment on column institution_shared.name is 'the name, such as 中信';
comment on column institution_shared.institution_id is 'an institution that can be meant';
comment on column institution_shared.changed_in_run is 'run that last changed the row; not part of the digest';

create table institution_name (
  printed varchar not null,
  institution_id varchar,
  rule varchar not null,
  alias varchar,
  unit varchar,
  changed_in_run varchar not null,
  primary key (printed)
);
comment on table institution_name is 'A name under which participants are printed, with the institution that it surely means and why.';
comment on column institution_name.printed is '参与单位 as printed';
comment on column institution_name.institution_id is 'the institution of the name, before mergers are followed; null where it is not resolved';
comment on column institution_name.rule is 'exact, written_form, legal_form, kind_word, place, both_scripts, desk, branch, loose_kind or unresolved';
comment on column institution_name.alias is 'the register''s name that it came down to; null where it is not resolved';
comment on column institution_name.unit is 'desk or branch of the institution that is printed with it, such as 自营 or 资管; null for none';
comment on column institution_name.changed_in_run is 'run that last changed the row; not part of the digest';

create table bookkeeping.register (
  name varchar primary key,
  hash varchar not null
);
comment on table bookkeeping.register is 'Registers by which printed names were last resolved.';

comment on column participant.institution_id is 'Derived: the institution 机构 in the register, the successor of one that had merged before the meeting; null where the printed name is not resolved';
