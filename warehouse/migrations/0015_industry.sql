-- Industries of companies, as the user supplies them.
create table industry (
  security_code varchar not null,
  valid_from date not null,
  industry varchar not null,
  valid_to date,
  changed_in_run varchar not null,
  primary key (security_code, valid_from)
);
comment on table industry is 'An industry 行业 of a security in a time, as the user''s industry.csv says; empty without such a file.';
comment on column industry.security_code is 'the security';
comment on column industry.valid_from is 'first day; 0001-01-01 where the file names none';
comment on column industry.industry is 'name or code of the industry, as the file has it';
comment on column industry.valid_to is 'last day; null while it holds';
comment on column industry.changed_in_run is 'run that last changed the row; not part of the digest';
