-- Use: a word, or a regular expression, as one that keeps what it matches; for search_qa.
create or replace macro hit_pattern(word, is_pattern) as
'(?i)(' || case when is_pattern then word else regexp_escape(word) end || ')';
comment on macro hit_pattern is 'a word, or a pattern, as a regular expression that keeps what it matches';
