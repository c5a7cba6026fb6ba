-- What a run tells of itself: what was new, what its checks found, what changed; how long documents took to read.

alter table run add column new integer;
alter table run add column open integer;
alter table run add column findings varchar;
alter table run add column changes varchar;
comment on column run.kind is 'ingest, backfill, replay, rebuild, refresh or company';
comment on column run.outcome is 'complete; incomplete where a day stayed open or a file was not fetched; unproved where a source that was asked proved no day; refused where checks found rows and nothing was published';
comment on column run.new is 'announcements first seen by it';
comment on column run.open is 'days of partitions that it left open';
comment on column run.findings is 'what the checks found when its rows were published last, a finding a line';
comment on column run.changes is 'rows that it added or changed, by table';

alter table bookkeeping.parsed add column run_id varchar;
alter table bookkeeping.parsed add column seconds double;
