-- Grain: company, topic and month. Use: what a company was asked about, and when a topic rises.
create or replace view topic_month as
select * from topic_month_at('infinity'::timestamptz, 'infinity'::timestamptz);
