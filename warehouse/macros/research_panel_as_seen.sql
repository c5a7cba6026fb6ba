-- Use: research_panel as this warehouse could hold it at an instant, by first_seen_at. Today's parse of what was then available.
create or replace macro research_panel_as_seen(instant) as table
select * from research_panel_at('infinity'::timestamptz, instant);
comment on macro table research_panel_as_seen is 'research_panel as this warehouse could hold it at the instant, by first_seen_at; first_visits and novelty against what the market could know; today''s parse of what was then available';
