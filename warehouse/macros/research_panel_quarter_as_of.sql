-- Use: research_panel_quarter as the market could know it at an instant, by available_at. Today's parse of what was then available.
create or replace macro research_panel_quarter_as_of(instant) as table
select * from research_panel_quarter_at(instant, 'infinity'::timestamptz);
comment on macro table research_panel_quarter_as_of is 'research_panel_quarter as the market could know it at the instant, by available_at; today''s parse of what was then available';
