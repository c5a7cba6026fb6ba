-- Grain: institution, topic and month. Use: who sat where a topic was asked; a record does not say who of them asked.
create or replace view institution_topic_month as
select * from institution_topic_month_at('infinity'::timestamptz, 'infinity'::timestamptz);
