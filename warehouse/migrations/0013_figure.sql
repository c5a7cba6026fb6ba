-- Figures of answers: what an analyst counts with.
create table figure (
  record_id varchar not null,
  ordinal integer not null,
  number integer not null,
  amount varchar not null,
  value double,
  low double,
  high double,
  unit varchar,
  approximation varchar,
  compared varchar,
  change varchar,
  before varchar not null,
  after varchar not null,
  answer_start integer not null,
  answer_end integer not null,
  changed_in_run varchar not null,
  primary key (record_id, ordinal, number)
);
comment on table figure is 'A quantity 数值 that an answer names: a number with a unit or a multiplier (万, 亿). Dates, years, places in a row, names of products and codes are none.';
comment on column figure.record_id is 'the activity record';
comment on column figure.ordinal is 'of the question';
comment on column figure.number is 'from 1, within the answer';
comment on column figure.amount is 'as printed, with its unit: 5.2亿元, 30%-40%, 600余人';
comment on column figure.value is 'the number in the unit, 万 and 亿 worked in: 520000000 for 5.2亿元; 30 for 30%; null for a range';
comment on column figure.low is 'lower end of a range, in the unit; null for a single number';
comment on column figure.high is 'upper end of a range, in the unit; null for a single number';
comment on column figure.unit is 'unit of value, low and high, spellings made one: 元, 美元, 港元, %, 百分点, 倍, 年, 月, 人, 平方米, 吨/年; null where none is printed';
comment on column figure.approximation is 'about, nearly, over or under';
comment on column figure.compared is 'yoy or qoq';
comment on column figure.change is 'up or down';
comment on column figure.before is 'up to 12 characters before it';
comment on column figure.after is 'up to 12 characters behind it';
comment on column figure.answer_start is 'where it begins in question.answer, in characters from 0';
comment on column figure.answer_end is 'where it ends in question.answer: the first character behind it';
comment on column figure.changed_in_run is 'run that last changed the row; not part of the digest';
