-- Grain: company and month, from the month of its first record to the last month of any. Use: is the company visited more than usual?
-- z_own   = (institutions - mean of its 12 months before) / their standard deviation (sample); null under 6 months or without deviation
-- z_board = (institutions - mean of all company-months of its board in the 12 months before) / their standard deviation; null under 30
-- z_industry = the same with the industry that the user's industry.csv gives the company on the month's first day; null without
-- Months are by available_at, and the month itself is in neither base: nothing looks ahead. The last month may not be over.
-- Typical: the market's month, or one company, today or as_of an instant: the base rates take all months either way.
create or replace view survey_heat as
select * from survey_heat_at('infinity'::timestamptz, 'infinity'::timestamptz);
comment on view survey_heat is 'Different institutions that visited a company in a month, against its own and its board''s base rate';
comment on column survey_heat.company_id is 'org_id of the issuer, else its code';
comment on column survey_heat.security_code is '证券代码, of the latest record';
comment on column survey_heat.security_name is '证券简称, of the latest record';
comment on column survey_heat.exchange is 'SZSE, SSE or BSE, of the latest record';
comment on column survey_heat.board is 'main, chinext, star or bse';
comment on column survey_heat.month is 'first day of the month, by available_at in Asia/Shanghai';
comment on column survey_heat.institutions is 'different institutions of that month''s records';
comment on column survey_heat.funds is 'of them of type fund';
comment on column survey_heat.securities_firms is 'of them of type securities';
comment on column survey_heat.insurers is 'of them of type insurance';
comment on column survey_heat.private_funds is 'of them of type private_fund';
comment on column survey_heat.foreign_institutions is 'of them of type foreign';
comment on column survey_heat.other_institutions is 'of them of another type';
comment on column survey_heat.unresolved_institutions is 'of them not in the register';
comment on column survey_heat.own_mean is 'institutions a month in its 12 months before';
comment on column survey_heat.own_deviation is 'their standard deviation';
comment on column survey_heat.z_own is 'deviations above the company''s own mean; null under 6 months or without deviation';
comment on column survey_heat.board_mean is 'institutions a company and month on its board, 12 months before';
comment on column survey_heat.board_deviation is 'their standard deviation';
comment on column survey_heat.z_board is 'deviations above the board''s mean; null under 30 company-months or without deviation';
comment on column survey_heat.industry is 'of industry.csv on the first day of the month; null without';
comment on column survey_heat.industry_mean is 'institutions a company and month of its industry, 12 months before';
comment on column survey_heat.industry_deviation is 'their standard deviation';
comment on column survey_heat.z_industry is 'deviations above the industry''s mean; null under 30 company-months or without deviation';
