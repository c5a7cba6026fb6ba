-- Names of the codes that the report shows, in both languages.
select enumeration, code, name_zh, name_en from enumeration
where enumeration in ('announcement.exchange', 'listing_day.grade', 'institution.type', 'security.board')
order by enumeration, ordinal;
