-- Grain: one unresolved printed name and one institution that it may mean. Use: to add names to the register; nothing is merged by it.
create or replace view institution_proposal as
with open as (
  select n.printed, count(*) as participants
  from institution_name n
  join participant p on p.institution = n.printed
  where n.rule = 'unresolved'
  group by n.printed
), alike as (
  select o.printed, s.institution_id, s.name as alias, 'shared name' as reason, 1.0 as likeness
  from open o
  join institution_shared s on s.name = o.printed
  union all
  select
    o.printed, a.institution_id, a.alias,
    case when starts_with(o.printed, a.alias) then 'begins with the name' else 'alike' end,
    jaro_winkler_similarity(o.printed, a.alias)
  from open o
  join institution_alias a on left(a.alias, 2) = left(o.printed, 2)
  where (length(a.alias) >= 3 and starts_with(o.printed, a.alias)) or jaro_winkler_similarity(o.printed, a.alias) >= 0.9
)
select
  k.printed, o.participants, k.institution_id, first(k.alias order by k.likeness desc, k.alias) as alias,
  first(k.reason order by k.likeness desc, k.alias) as reason, max(k.likeness) as likeness
from alike k
join open o using (printed)
group by k.printed, o.participants, k.institution_id;
comment on view institution_proposal is 'An unresolved printed name and an institution that it may mean: for review, nothing is merged by it';
comment on column institution_proposal.printed is '参与单位 as printed, not resolved';
comment on column institution_proposal.participants is 'rows of participants under the name';
comment on column institution_proposal.institution_id is 'an institution that may be meant';
comment on column institution_proposal.alias is 'its name that is most alike';
comment on column institution_proposal.reason is 'shared name, begins with the name, or alike';
comment on column institution_proposal.likeness is 'Jaro-Winkler similarity of printed name and alias, 1 for a shared name';
