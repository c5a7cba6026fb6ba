-- Use: host_seniority as the market could know it at an instant, by available_at. Today's parse of what was then available.
create or replace macro host_seniority_as_of(instant) as table
select * from host_seniority where available_at <= instant;
comment on macro table host_seniority_as_of is 'host_seniority as the market could know it at the instant, by available_at; today''s parse of what was then available';
