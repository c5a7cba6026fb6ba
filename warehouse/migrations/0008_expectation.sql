-- What reality was found to be, to be measured against.
create table expectation (
  exchange varchar not null,
  field varchar not null,
  minimum double not null,
  source varchar not null,
  primary key (exchange, field)
);
comment on table expectation is 'Least share of an exchange''s records that have a field; from lookups/expectation.csv.';
comment on column expectation.exchange is 'SZSE, SSE or BSE';
comment on column expectation.field is 'as in the view fill_rate';
comment on column expectation.minimum is 'share of records, 0 to 1';
comment on column expectation.source is 'what it is taken from';
