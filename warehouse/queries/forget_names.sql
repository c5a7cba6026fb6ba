-- Resolutions of names that no participant is printed under any more.
delete from institution_name
where printed not in (select institution from participant where institution is not null);
