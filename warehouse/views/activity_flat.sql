-- Grain: one meeting. Use: the meeting as one flat row, as vendors sell it; told by the record that could be known first.
create or replace view activity_flat as
select
  d.activity_id, d.record_id, d.records, d.company_id, d.security_code, d.security_name, d.exchange, d.board,
  d.disclosed_on, d.available_at, d.first_seen_at, d.start_on, d.end_on, d.start_time, d.end_time, d.categories,
  d.category_note, d.location, d.institutions, d.people, d.participants_stated, r.participants_note,
  d.institution_names, d.person_names, d.host_names, d.host_titles, d.questions, d.characters, r.narrative,
  r.attachments, d.announcement_id, d.address, d.document_id
from derived.record d
join activity_record r using (record_id)
where d.tells;
comment on view activity_flat is 'One meeting as one flat row, told by the record that could be known first';
comment on column activity_flat.activity_id is 'the meeting 活动';
comment on column activity_flat.record_id is 'the record that tells of it';
comment on column activity_flat.records is 'records that tell of it';
comment on column activity_flat.company_id is 'org_id of the issuer, else its code';
comment on column activity_flat.security_code is '证券代码, printed, else of the announcement';
comment on column activity_flat.security_name is '证券简称, printed, else of the listing';
comment on column activity_flat.exchange is 'SZSE, SSE or BSE';
comment on column activity_flat.board is 'main, chinext, star or bse';
comment on column activity_flat.disclosed_on is 'nominal day of disclosure';
comment on column activity_flat.available_at is 'instant from which the market could know';
comment on column activity_flat.first_seen_at is 'instant from which this warehouse''s sources showed it';
comment on column activity_flat.start_on is 'first day of the meeting';
comment on column activity_flat.end_on is 'last day of the meeting';
comment on column activity_flat.start_time is 'first hour given, local time';
comment on column activity_flat.end_time is 'last hour given, local time';
comment on column activity_flat.categories is 'ticked 活动类别, in order';
comment on column activity_flat.category_note is 'what is written after 其他';
comment on column activity_flat.location is '地点';
comment on column activity_flat.institutions is 'different institutions named';
comment on column activity_flat.people is 'people named';
comment on column activity_flat.participants_stated is 'the total that the form states';
comment on column activity_flat.participants_note is 'how the form describes them where it names nobody';
comment on column activity_flat.institution_names is '参与单位 as printed, each once, by name';
comment on column activity_flat.person_names is '人员姓名 as printed, each once, by name';
comment on column activity_flat.host_names is '姓名 of the hosts, in order';
comment on column activity_flat.host_titles is '职务 of the hosts, in the same order';
comment on column activity_flat.questions is 'questions with answers';
comment on column activity_flat.characters is 'of all answers';
comment on column activity_flat.narrative is 'running text outside questions and answers';
comment on column activity_flat.attachments is '附件清单, joined';
comment on column activity_flat.announcement_id is 'the announcement';
comment on column activity_flat.address is 'where the file was fetched';
comment on column activity_flat.document_id is 'SHA-256 of the file';
