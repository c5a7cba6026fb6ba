-- One record's questions and answers with their pages.
select ordinal, question, answer, page from qa where record_id = $record_id order by ordinal;
