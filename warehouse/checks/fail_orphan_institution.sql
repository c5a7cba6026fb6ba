-- Participants, names, successors and groups whose institution does not exist.
select institution_id from participant anti join institution using (institution_id) where institution_id is not null
union all
select institution_id from institution_alias anti join institution using (institution_id)
union all
select institution_id from institution_shared anti join institution using (institution_id)
union all
select institution_id from institution_name anti join institution using (institution_id) where institution_id is not null
union all
select successor_id from institution i
where successor_id is not null and not exists (from institution s where s.institution_id = i.successor_id)
union all
select group_name from institution i
where group_name is not null and not exists (from institution g where g.short_name = i.group_name);
