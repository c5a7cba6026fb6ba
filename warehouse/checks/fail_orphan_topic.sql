-- Topics of questions that no register holds, and measures of questions that do not exist.
select record_id, ordinal, topic from question_topic anti join topic using (topic)
union all
select record_id, ordinal, 'measure' from answer_measure anti join question using (record_id, ordinal);
