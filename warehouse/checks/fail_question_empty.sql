-- Questions without text.
select record_id, ordinal from question where not regexp_matches(question, '[^\s\pZ]');
