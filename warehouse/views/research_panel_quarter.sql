-- Grain: company and quarter, from the quarter of its first record to the last quarter of any. Use: the factor panel by
-- quarter; formulae as in research_panel.
create or replace view research_panel_quarter as
select * from research_panel_quarter_at('infinity'::timestamptz, 'infinity'::timestamptz);
comment on view research_panel_quarter is 'One company and quarter: how much it was visited, asked and what it answered';
comment on column research_panel_quarter.company_id is 'org_id of the issuer, else its code';
comment on column research_panel_quarter.security_code is '证券代码, of the latest record';
comment on column research_panel_quarter.security_name is '证券简称, of the latest record';
comment on column research_panel_quarter.exchange is 'SZSE, SSE or BSE, of the latest record';
comment on column research_panel_quarter.board is 'main, chinext, star or bse';
comment on column research_panel_quarter.quarter_on is 'first day of the quarter, by available_at in Asia/Shanghai';
comment on column research_panel_quarter.meetings is 'different meetings';
comment on column research_panel_quarter.visits is 'institutions summed over meetings';
comment on column research_panel_quarter.first_visits is 'of them by institutions not known at the company before';
comment on column research_panel_quarter.institutions is 'different institutions in the quarter';
comment on column research_panel_quarter.funds is 'of them of type fund';
comment on column research_panel_quarter.securities_firms is 'of them of type securities';
comment on column research_panel_quarter.insurers is 'of them of type insurance';
comment on column research_panel_quarter.private_funds is 'of them of type private_fund';
comment on column research_panel_quarter.foreign_institutions is 'of them of type foreign';
comment on column research_panel_quarter.other_institutions is 'of them of another type';
comment on column research_panel_quarter.unresolved_institutions is 'of them not in the register';
comment on column research_panel_quarter.questions is 'questions with answers at them';
comment on column research_panel_quarter.characters is 'of all answers';
comment on column research_panel_quarter.topic_total is 'different topics asked';
comment on column research_panel_quarter.on_site_share is 'meetings held at a place / meetings whose 地点 is printed';
comment on column research_panel_quarter.mean_lag_trading_days is 'mean trading days from the end of the meeting to its disclosure';
comment on column research_panel_quarter.novelty is 'mean novelty of the answers';
comment on column research_panel_quarter.boilerplate_share is 'mean share of set phrases in the answers';
