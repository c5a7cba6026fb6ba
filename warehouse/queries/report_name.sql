-- Names of the codes that the report shows, in both languages.
with final as (
  select enumeration, code, ordinal, name_zh, name_en from enumeration
  where enumeration in ('announcement.exchange', 'listing_day.grade', 'institution.type')
  union all
  select 'category', category, 0, category, name_en from category
)
select enumeration, code, name_zh, name_en from final order by enumeration, ordinal, code;
