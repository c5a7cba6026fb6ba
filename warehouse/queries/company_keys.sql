-- What a code is asked by: whether any list has it, its issuer's id at cninfo, its company's number at e互动.
with known as (
  select security_code, org_id, last_seen_at from listed_security
  union all
  select security_code, org_id, last_seen_at from sighting
)
select
  (select count(*) from known where security_code = $code) as known_rows,
  (select org_id from known where security_code = $code and org_id is not null
    order by last_seen_at desc, org_id limit 1) as org_id,
  (select uid from feed_company where security_code = $code order by last_seen_at desc, uid limit 1) as uid,
  (select count(*) from listed_security) as listed;
