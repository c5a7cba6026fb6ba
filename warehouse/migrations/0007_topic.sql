-- Topics are read now.
comment on table question_topic is 'A topic 主题 of a question, by the words with which it asks; a question can have several, or none that the register knows.';
comment on column question_topic.topic is 'the topic, of the table topic';
