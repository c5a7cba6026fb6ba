-- Questions without text.
select record_id, ordinal from question where trim(question) = '';
