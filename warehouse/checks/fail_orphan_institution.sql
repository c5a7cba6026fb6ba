-- Participants and aliases whose institution does not exist.
select institution_id from participant anti join institution using (institution_id) where institution_id is not null
union all
select institution_id from institution_alias anti join institution using (institution_id);
