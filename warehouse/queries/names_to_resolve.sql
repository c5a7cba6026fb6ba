-- Names under which participants are printed, in order: all of them, or those that have no resolution.
select distinct p.institution
from participant p
left join institution_name n on n.printed = p.institution
where p.institution is not null and (?::boolean or n.printed is null)
order by p.institution;
