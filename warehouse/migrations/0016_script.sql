-- Views and macros are made anew only where they changed.
create table bookkeeping.script (
  texts varchar not null,
  held varchar not null,
  primary key (texts)
);
comment on table bookkeeping.script is 'Of which texts the views and macros were made, and a hash of what then was there.';
