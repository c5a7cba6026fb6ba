-- Grain: one activity record. Use: start here; who met whom, when, where, with counts and the link to the file.
create or replace view record_overview as
with sessions as (
  select
    record_id, min(start_on) as start_on, max(end_on) as end_on, min(start_time) as start_time, max(end_time) as end_time
  from activity_session
  group by record_id
), categories as (
  select record_id, list(category order by ordinal) as categories from activity_category group by record_id
), visitors as (
  select record_id, count(distinct institution) as institutions, count(person) as people
  from participant group by record_id
), asked as (
  select record_id, count(*) as questions from question group by record_id
), final as (
  select
    r.record_id,
    r.activity_id,
    o.security_code,
    o.security_name,
    o.exchange,
    o.disclosed_on,
    o.available_at,
    s.start_on,
    s.end_on,
    s.start_time,
    c.categories,
    r.category_note,
    r.location,
    coalesce(v.institutions, 0) as institutions,
    coalesce(v.people, 0) as people,
    r.participants_stated,
    coalesce(q.questions, 0) as questions,
    r.signed_on,
    o.announcement_id,
    o.address,
    r.document_id,
    s.end_time,
    o.first_seen_at,
    o.company_id,
    o.board,
    coalesce(starts_with(d.reader, 'pdf+ocr'), false) as is_ocr
  from activity_record r
  join record_source o using (record_id)
  left join document d on d.document_id = r.document_id
  left join sessions s using (record_id)
  left join categories c using (record_id)
  left join visitors v using (record_id)
  left join asked q using (record_id)
)
select * from final;
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
