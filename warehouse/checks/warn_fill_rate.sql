-- Fields that fewer records have than expected, of exchanges with 100 records or more: a form changed, or a rule broke.
select exchange, field, records, fill_share, minimum from fill_rate where records >= 100 and fill_share < minimum;
