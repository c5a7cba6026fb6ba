-- Disclosures behind the last trading day of the calendar: their lags stay empty; write lookups/trading_day.csv anew.
select announcement_id, disclosed_on from announcement where disclosed_on > (select max(trading_on) from trading_day);
