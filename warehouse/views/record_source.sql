-- Grain: one activity record. Use: where a record comes from and from when it could be known; the base of the other views.
create or replace view record_source as
select
  record_id, activity_id, document_id, company_id, security_code, security_name, exchange, board, announcement_id,
  address, disclosed_on, available_at, first_seen_at
from derived.record;
comment on view record_source is 'One activity record with its issuer, its announcement and the instants from which it could be known';
comment on column record_source.record_id is 'the activity record';
comment on column record_source.activity_id is 'the meeting 活动';
comment on column record_source.document_id is 'SHA-256 of the file';
comment on column record_source.company_id is 'org_id of the issuer, else its code';
comment on column record_source.security_code is '证券代码, printed, else of the announcement';
comment on column record_source.security_name is '证券简称, printed, else of the listing';
comment on column record_source.exchange is 'SZSE, SSE or BSE';
comment on column record_source.board is 'main, chinext, star or bse';
comment on column record_source.announcement_id is 'the announcement';
comment on column record_source.address is 'where the file was fetched';
comment on column record_source.disclosed_on is 'nominal day of disclosure';
comment on column record_source.available_at is 'instant from which the market could know';
comment on column record_source.first_seen_at is 'instant from which this warehouse''s sources showed it';
