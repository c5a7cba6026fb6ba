-- Ranks of hosts by their titles, highest first; institutions by their exact printed names.
update host set rank = case
  when title is null then null
  when title like '%独立董事%' or title like '%独董%' then 'independent_director'
  when regexp_matches(title, '(^|[^副])董事长') then 'chairman'
  when regexp_matches(title, '(^|[^副])(总经理|总裁)($|[^助])') or regexp_matches(title, '首席执行官|CEO') then 'president'
  when regexp_matches(title, '副总|副总裁') then 'vice_president'
  when regexp_matches(title, '董事会秘书|董秘') then 'board_secretary'
  when regexp_matches(title, '财务总监|财务负责人|首席财务官|CFO') then 'finance'
  when regexp_matches(title, '证券事务代表|证代') then 'securities_representative'
  when regexp_matches(title, '投资者关系|IR') then 'investor_relations'
  else 'other'
end
where rank is null and title is not null;

update participant set institution_id = a.institution_id
from institution_alias a
where a.alias = participant.institution and participant.institution_id is distinct from a.institution_id;
