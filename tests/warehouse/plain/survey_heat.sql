-- Grain: company and month, from the month of its first record to the last month of any. Use: is the company visited more than usual?
-- z_own   = (institutions - mean of its 12 months before) / their standard deviation (sample); null under 6 months or without deviation
-- z_board = (institutions - mean of all company-months of its board in the 12 months before) / their standard deviation; null under 30
-- Months are by available_at, and the month itself is in neither base: nothing looks ahead. The last month may not be over.
create or replace view survey_heat as
select * from survey_heat_at('infinity'::timestamptz, 'infinity'::timestamptz);
