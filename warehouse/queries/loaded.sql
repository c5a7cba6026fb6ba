-- What the published file holds, by table of interest.
select * from (values
  ('announcements 公告', (select count(*) from announcement)),
  ('documents 文件', (select count(*) from document)),
  ('activity records 活动记录', (select count(*) from activity_record)),
  ('meetings 活动', (select count(*) from activity)),
  ('questions 问答', (select count(*) from question)),
  ('participants 参与人次', (select count(*) from participant)),
  ('hosts 接待人员', (select count(*) from host)),
  ('documents refused 未读文件', (select count(*) from (
    select distinct document_id from parse_failure where stage <> 'label'))),
  ('days proved 已核对日', (select count(*) from listing_day where grade <> 'open')),
  ('days open 未核对日', (select count(*) from listing_day where grade = 'open'))
) as held("what", "rows");
