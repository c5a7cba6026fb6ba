-- Use: figure_in_context as the market could know it at an instant, by available_at. Today's parse of what was then available.
create or replace macro figure_in_context_as_of(instant) as table
select * from figure_in_context where available_at <= instant;
comment on macro table figure_in_context_as_of is 'figure_in_context as the market could know it at the instant, by available_at; today''s parse of what was then available';
