-- Grain: company, topic and month. Use: what a company was asked about, and when a topic rises.
create or replace view topic_month as
select * from topic_month_at('infinity'::timestamptz, 'infinity'::timestamptz);
comment on view topic_month is 'Questions on one topic to one company in one month';
comment on column topic_month.company_id is 'org_id of the issuer, else its code';
comment on column topic_month.security_code is '证券代码, of the latest record';
comment on column topic_month.security_name is '证券简称, of the latest record';
comment on column topic_month.topic is 'id of the topic';
comment on column topic_month.name_zh is '主题 in Chinese';
comment on column topic_month.name_en is 'the topic in English';
comment on column topic_month.month is 'first day of the month, by available_at in Asia/Shanghai';
comment on column topic_month.meetings is 'meetings at which it was asked';
comment on column topic_month.questions is 'questions on the topic';
comment on column topic_month.question_share is 'of all questions to the company in the month; several topics a question are allowed';
