-- Grain: one activity record. Use: start here; who met whom, when, where, with counts and the link to the file.
create or replace view record_overview as
select
  record_id, activity_id, security_code, security_name, exchange, disclosed_on, available_at, start_on, end_on,
  start_time, categories, category_note, location, institutions, people, participants_stated, questions, signed_on,
  announcement_id, address, document_id, end_time, first_seen_at, company_id, board, is_ocr
from derived.record;
comment on view record_overview is 'One activity record with security, dates, categories, counts and the file''s address';
comment on column record_overview.record_id is 'the activity record';
comment on column record_overview.activity_id is 'the meeting 活动';
comment on column record_overview.security_code is '证券代码, printed, else of the announcement';
comment on column record_overview.security_name is '证券简称, printed, else of the listing';
comment on column record_overview.exchange is 'SZSE, SSE or BSE';
comment on column record_overview.disclosed_on is 'nominal day of disclosure';
comment on column record_overview.available_at is 'instant from which the market could know';
comment on column record_overview.start_on is 'first day of the meeting';
comment on column record_overview.end_on is 'last day of the meeting';
comment on column record_overview.start_time is 'first hour given, local time';
comment on column record_overview.categories is 'ticked 活动类别, in order';
comment on column record_overview.category_note is 'what is written after 其他';
comment on column record_overview.location is '地点';
comment on column record_overview.institutions is 'different institutions named';
comment on column record_overview.people is 'people named';
comment on column record_overview.participants_stated is 'the total that the form states';
comment on column record_overview.questions is 'questions with answers';
comment on column record_overview.signed_on is '日期';
comment on column record_overview.announcement_id is 'the announcement';
comment on column record_overview.address is 'where the file was fetched';
comment on column record_overview.document_id is 'SHA-256 of the file';
comment on column record_overview.end_time is 'last hour given, local time';
comment on column record_overview.first_seen_at is 'instant from which this warehouse''s sources showed it';
comment on column record_overview.company_id is 'org_id of the issuer, else its code';
comment on column record_overview.board is 'main, chinext, star or bse';
comment on column record_overview.is_ocr is 'whether pages were read from their pictures by OCR: words may be misread';
