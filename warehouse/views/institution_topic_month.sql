-- Grain: institution, topic and month. Use: who sat where a topic was asked; a record does not say who of them asked.
-- Typical: one topic in the last months, or one house, today or as_of an instant: under a second, with literals.
create or replace view institution_topic_month as
select * from institution_topic_month_at('infinity'::timestamptz, 'infinity'::timestamptz);
comment on view institution_topic_month is 'One institution, topic and month: questions asked where it was present';
comment on column institution_topic_month.institution_key is 'id in the register, else the name as printed';
comment on column institution_topic_month.institution_name is 'short name in the register, else as printed';
comment on column institution_topic_month.institution_type is 'type in the register; null where not resolved';
comment on column institution_topic_month.topic is 'id of the topic';
comment on column institution_topic_month.month is 'first day of the month, by available_at in Asia/Shanghai';
comment on column institution_topic_month.meetings is 'meetings at which it was present and the topic was asked';
comment on column institution_topic_month.companies is 'different companies there';
comment on column institution_topic_month.questions is 'questions on the topic at these meetings, whoever asked';
comment on column institution_topic_month.questions_alone is 'of them at meetings where no other institution is named';
