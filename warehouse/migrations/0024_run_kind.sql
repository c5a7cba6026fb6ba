-- A run that tries again what failed is one of its own kind.
comment on column run.kind is 'ingest, backfill, replay, rebuild, refresh, company or retry';
