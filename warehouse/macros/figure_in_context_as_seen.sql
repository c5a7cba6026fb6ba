-- Use: figure_in_context as this warehouse could hold it at an instant, by first_seen_at. Today's parse of what was then available.
create or replace macro figure_in_context_as_seen(instant) as table
select * from figure_in_context where first_seen_at <= instant;
comment on macro table figure_in_context_as_seen is 'figure_in_context as this warehouse could hold it at the instant, by first_seen_at; today''s parse of what was then available';
