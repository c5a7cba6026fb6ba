-- Grain: one meeting. Use: the meeting as one flat row, as vendors sell it; told by the record that could be known first.
create or replace view activity_flat as
with told as (
  select *, count(*) over (partition by activity_id) as records
  from record_overview
  qualify row_number() over (partition by activity_id order by available_at nulls last, record_id) = 1
), visitors as (
  select
    record_id,
    list(distinct institution order by institution) filter (institution is not null) as institution_names,
    list(distinct person order by person) filter (person is not null) as person_names
  from participant
  group by record_id
), hosted as (
  select record_id, list(name order by ordinal) as host_names, list(title order by ordinal) as host_titles
  from host
  group by record_id
), answered as (
  select record_id, sum(length(answer))::bigint as characters from question group by record_id
)
select
  t.activity_id, t.record_id, t.records, t.company_id, t.security_code, t.security_name, t.exchange, t.board,
  t.disclosed_on, t.available_at, t.first_seen_at, t.start_on, t.end_on, t.start_time, t.end_time,
  t.categories, t.category_note, t.location, t.institutions, t.people, t.participants_stated, r.participants_note,
  v.institution_names, v.person_names, h.host_names, h.host_titles, t.questions,
  coalesce(a.characters, 0) as characters, r.narrative, r.attachments, t.announcement_id, t.address, t.document_id
from told t
join activity_record r using (record_id)
left join visitors v using (record_id)
left join hosted h using (record_id)
left join answered a using (record_id);
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
