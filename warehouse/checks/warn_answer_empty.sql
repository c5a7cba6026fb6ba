-- Questions whose answer is empty: the form prints none, or its mark was not understood.
select record_id, ordinal, question from question where not regexp_matches(answer, '[^\s\pZ]');
