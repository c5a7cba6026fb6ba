-- Grain: company and month, from the month of its first record to the last month of any. Use: the factor panel, by available_at.
-- meetings      different activity_id                visits      sum over meetings of different institutions
-- institutions  different in the month, by type      first_visits  visits by institutions not known at the company before
-- questions     of the records that tell of the meetings (activity_flat)      characters  sum of the lengths of their answers
-- topics        different topics asked
-- on_site_share meetings whose 地点 is no telephone, platform or net address / meetings whose 地点 is printed
-- lag_trading_days  mean over meetings of trading days from the last day of the meeting to the nominal day of disclosure
-- novelty       mean over answers of (shingles of 4 characters new to the company / shingles of the answer)
-- boilerplate_share mean over answers of (characters in set phrases / characters)
create or replace view research_panel as
select * from research_panel_at('infinity'::timestamptz, 'infinity'::timestamptz);
