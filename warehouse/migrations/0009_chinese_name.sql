-- Chinese names of tables, columns and macros, for the dictionary.
create table chinese_name (
  name varchar not null,
  chinese varchar not null,
  primary key (name)
);
comment on table chinese_name is 'What tables, columns and macros are called in Chinese; from lookups/chinese_name.csv.';
comment on column chinese_name.name is 'a table, view or macro; `*.column` for a column of any table, `table.column` where one table''s differs';
comment on column chinese_name.chinese is 'name and meaning in Chinese';
