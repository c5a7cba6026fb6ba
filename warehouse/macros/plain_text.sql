-- Use: letters, digits and Han characters only, in small letters, to compare texts.
create or replace macro plain_text(words) as
lower(regexp_replace(words, '[^\p{L}\p{N}]', '', 'g'));
comment on macro plain_text is 'letters, digits and Han characters of a text, in small letters';
