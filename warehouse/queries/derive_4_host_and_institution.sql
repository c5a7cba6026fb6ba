-- Ranks of hosts by their titles, the highest first; institutions by what their printed names were resolved to.
create or replace temp table ranked as
with plain as (  -- without assistants and offices of officers, and without heads of departments and subsidiaries
  select record_id, ordinal, regexp_replace(
    title,
    '(董事长|总经理|总裁|董事会秘书|董秘|财务总监|证券事务代表)(特别|高级|行政)?(助理|秘书|办)'
    || '|(部|部门|中心|子公司|分公司|事业群|区)(常务|执行)?(副?总经理|副?总裁|副总|财务总监|财务负责人)',
    '〇', 'g'
  ) as title
  from host
  where title is not null
)
select record_id, ordinal, case
  when regexp_matches(title, '(^|[^副誉])董事长|董事[会局]主席') then 'chairman'
  when regexp_matches(title, '副董事长|董事[会局]副主席') then 'vice_chairman'
  when regexp_matches(title, '(^|[^副])(总经理|总裁)|首席执行官|(?i:\bCEO\b)') then 'president'
  when regexp_matches(title, '副(总经理|总裁)|副总($|[^监工会经])') then 'vice_president'
  when regexp_matches(title, '董事会秘书|董秘') then 'board_secretary'
  when regexp_matches(title, '财务总监|财务负责人|会计工作负责人|首席财务官|(^|[^副])总会计师|(?i:\bCFO\b)') then 'finance'
  when regexp_matches(title, '(^|[^非])独立董事|独董') then 'independent_director'
  when regexp_matches(title, '董事($|[^会局长])') then 'director'
  when regexp_matches(title, '证券(事务)?代表|证代') then 'securities_representative'
  when regexp_matches(title, '投资者关系|投关|(^|[^A-Za-z])(?i:IR)($|[^A-Za-z])') then 'investor_relations'
  else 'other'
end as rank
from plain;

update host set rank = f.rank, changed_in_run = current_run()
from (select h.record_id, h.ordinal, r.rank from host h left join ranked r using (record_id, ordinal)) f
where f.record_id = host.record_id and f.ordinal = host.ordinal and host.rank is distinct from f.rank;
drop table ranked;

update participant set institution_id = f.institution_id, changed_in_run = current_run()
from (
  with met as (  -- a record of several sessions is of its first day
    select record_id, min(start_on) as start_on from activity_session group by record_id
  ), named as (
    select
      p.record_id, p.ordinal, m.start_on, coalesce(n.institution_id, a.institution_id) as institution_id
    from participant p
    left join institution_name n on n.printed = p.institution
    left join institution_alias a on a.alias = p.institution
    left join met m using (record_id)
  )
  select
    n.record_id, n.ordinal,
    case when n.start_on > i.valid_to then coalesce(i.successor_id, n.institution_id) else n.institution_id end
      as institution_id
  from named n
  left join institution i using (institution_id)
) f
where f.record_id = participant.record_id and f.ordinal = participant.ordinal
  and participant.institution_id is distinct from f.institution_id;
