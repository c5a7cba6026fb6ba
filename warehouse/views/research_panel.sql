-- Grain: company and month, from the month of its first record to the last month of any. Use: the factor panel, by available_at.
-- meetings      different activity_id                visits      sum over meetings of different institutions
-- institutions  different in the month, by type      first_visits  visits by institutions not known at the company before
-- questions     of the records that tell of the meetings (activity_flat)      characters  sum of the lengths of their answers
-- topics        different topics asked
-- on_site_share meetings whose 地点 is no telephone, platform or net address / meetings whose 地点 is printed
-- lag_trading_days  mean over meetings of trading days from the last day of the meeting to the nominal day of disclosure
-- novelty       mean over answers of (shingles of 4 characters new to the company / shingles of the answer)
-- boilerplate_share mean over answers of (characters in set phrases / characters)
-- Typical: the market's last twelve months, or one company, today or as_of an instant.
create or replace view research_panel as
select * from research_panel_at('infinity'::timestamptz, 'infinity'::timestamptz);
comment on view research_panel is 'One company and month: how much it was visited, asked and what it answered';
comment on column research_panel.company_id is 'org_id of the issuer, else its code';
comment on column research_panel.security_code is '证券代码, of the latest record';
comment on column research_panel.security_name is '证券简称, of the latest record';
comment on column research_panel.exchange is 'SZSE, SSE or BSE, of the latest record';
comment on column research_panel.board is 'main, chinext, star or bse';
comment on column research_panel.month is 'first day of the month, by available_at in Asia/Shanghai';
comment on column research_panel.meetings is 'different meetings';
comment on column research_panel.visits is 'institutions summed over meetings';
comment on column research_panel.first_visits is 'of them by institutions not known at the company before';
comment on column research_panel.institutions is 'different institutions in the month';
comment on column research_panel.funds is 'of them of type fund';
comment on column research_panel.securities_firms is 'of them of type securities';
comment on column research_panel.insurers is 'of them of type insurance';
comment on column research_panel.private_funds is 'of them of type private_fund';
comment on column research_panel.foreign_institutions is 'of them of type foreign';
comment on column research_panel.other_institutions is 'of them of another type';
comment on column research_panel.unresolved_institutions is 'of them not in the register';
comment on column research_panel.questions is 'questions with answers at them';
comment on column research_panel.characters is 'of all answers';
comment on column research_panel.topic_total is 'different topics asked';
comment on column research_panel.on_site_share is 'meetings held at a place / meetings whose 地点 is printed';
comment on column research_panel.mean_lag_trading_days is 'mean trading days from the end of the meeting to its disclosure';
comment on column research_panel.novelty is 'mean novelty of the answers';
comment on column research_panel.boilerplate_share is 'mean share of set phrases in the answers';
comment on column research_panel.z_own is 'of survey_heat';
comment on column research_panel.z_board is 'of survey_heat';
comment on column research_panel.z_industry is 'of survey_heat';
