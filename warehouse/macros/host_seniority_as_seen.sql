-- Use: host_seniority as this warehouse could hold it at an instant, by first_seen_at. Today's parse of what was then available.
create or replace macro host_seniority_as_seen(instant) as table
select * from host_seniority where first_seen_at <= instant;
comment on macro table host_seniority_as_seen is 'host_seniority as this warehouse could hold it at the instant, by first_seen_at; today''s parse of what was then available';
