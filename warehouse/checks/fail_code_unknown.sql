-- Codes that the lookup of enumerations does not hold.
select distinct enumeration, code
from (
  select 'announcement.exchange' as enumeration, exchange as code from announcement
  union all select 'announcement.kind', kind from announcement
  union all select 'document.media_type', media_type from document
  union all select 'figure.approximation', approximation from figure
  union all select 'figure.change', change from figure
  union all select 'figure.compared', compared from figure
  union all select 'host.rank', rank from host
  union all select 'institution.type', type from institution
  union all select 'institution_name.rule', rule from institution_name
  union all select 'leftover.kind', kind from leftover
  union all select 'listing_day.grade', grade from listing_day
  union all select 'parse_failure.stage', stage from parse_failure
  union all select 'region.kind', kind from region
  union all select 'run.kind', kind from run
  union all select 'run.outcome', outcome from run
  union all select 'security.board', board from security
)
anti join enumeration using (enumeration, code)
where code is not null;
