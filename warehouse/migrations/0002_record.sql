-- What the files say.

create table activity_record (
  record_id varchar not null,
  document_id varchar not null,
  ordinal integer not null,
  security_code varchar,
  security_name varchar,
  company_name varchar,
  record_no varchar,
  title varchar,
  category_note varchar,
  participants_stated integer,
  participants_note varchar,
  participants_in_attachment boolean not null,
  location varchar,
  narrative varchar,
  attachments varchar,
  signed_on date,
  text varchar not null,
  content_hash varchar not null,
  activity_id varchar,
  supersedes_record_id varchar,
  changed_in_run varchar not null,
  primary key (record_id)
);
comment on table activity_record is 'One 投资者关系活动记录表 in a document.';
comment on column activity_record.record_id is 'first 16 digits of the document''s SHA-256, a dash, the ordinal';
comment on column activity_record.document_id is 'the document, by the SHA-256 of its bytes';
comment on column activity_record.ordinal is 'from 1, within the document';
comment on column activity_record.security_code is '证券代码, digits as printed';
comment on column activity_record.security_name is '证券简称';
comment on column activity_record.company_name is 'full name above the table';
comment on column activity_record.record_no is '编号';
comment on column activity_record.title is 'title line above the table';
comment on column activity_record.category_note is 'what is written after 其他';
comment on column activity_record.participants_stated is 'the first total that the form states';
comment on column activity_record.participants_note is 'how the form describes them where it names nobody';
comment on column activity_record.participants_in_attachment is 'the list stands in an annex of the same file';
comment on column activity_record.location is '地点';
comment on column activity_record.narrative is 'running text outside questions and answers';
comment on column activity_record.attachments is '附件清单, joined';
comment on column activity_record.signed_on is '日期';
comment on column activity_record.text is 'whole text of the form, lines joined by newline';
comment on column activity_record.content_hash is 'SHA-256 of the main content''s Han characters, letters and digits';
comment on column activity_record.activity_id is 'Derived: the meeting 活动 that the record tells of';
comment on column activity_record.supersedes_record_id is 'Derived: the record that a correction replaces; null where it replaces none';
comment on column activity_record.changed_in_run is 'run that last changed the row; not part of the digest';

create table activity_session (
  record_id varchar not null,
  ordinal integer not null,
  start_on date not null,
  end_on date not null,
  start_time time,
  end_time time,
  printed varchar not null,
  changed_in_run varchar not null,
  primary key (record_id, ordinal)
);
comment on table activity_session is 'One date, or range of dates, in 时间.';
comment on column activity_session.record_id is 'the activity record';
comment on column activity_session.ordinal is 'order in the form, from 1';
comment on column activity_session.start_on is 'first day';
comment on column activity_session.end_on is 'last day';
comment on column activity_session.start_time is 'local time in Asia/Shanghai';
comment on column activity_session.end_time is '结束时间, local time in Asia/Shanghai';
comment on column activity_session.printed is 'the text it was read from';
comment on column activity_session.changed_in_run is 'run that last changed the row; not part of the digest';

create table activity_category (
  record_id varchar not null,
  ordinal integer not null,
  category varchar not null,
  changed_in_run varchar not null,
  primary key (record_id, ordinal)
);
comment on table activity_category is 'One ticked option of 投资者关系活动类别.';
comment on column activity_category.record_id is 'the activity record';
comment on column activity_category.ordinal is 'order in the form, from 1';
comment on column activity_category.category is 'as printed: 特定对象调研, 业绩说明会 …';
comment on column activity_category.changed_in_run is 'run that last changed the row; not part of the digest';

create table participant (
  record_id varchar not null,
  ordinal integer not null,
  entry integer not null,
  institution varchar,
  person varchar,
  institution_id varchar,
  changed_in_run varchar not null,
  primary key (record_id, ordinal)
);
comment on table participant is 'One person of an institution, or an institution of which nobody is named.';
comment on column participant.record_id is 'the activity record';
comment on column participant.ordinal is 'order in the form, from 1';
comment on column participant.entry is 'from 1; rows of one printed entry (an institution with its people) share it';
comment on column participant.institution is '参与单位 as printed';
comment on column participant.person is '人员姓名 as printed';
comment on column participant.institution_id is 'Derived: the institution 机构 in the register; null where the printed name is not resolved';
comment on column participant.changed_in_run is 'run that last changed the row; not part of the digest';

create table host (
  record_id varchar not null,
  ordinal integer not null,
  name varchar not null,
  title varchar,
  rank varchar,
  changed_in_run varchar not null,
  primary key (record_id, ordinal)
);
comment on table host is 'One 上市公司接待人员.';
comment on column host.record_id is 'the activity record';
comment on column host.ordinal is 'order in the form, from 1';
comment on column host.name is '姓名 as printed';
comment on column host.title is '职务 as printed';
comment on column host.rank is 'Derived: 职级 by the title, the highest where it holds several: chairman, vice_chairman, president, vice_president, board_secretary, finance, independent_director, director, securities_representative, investor_relations or other';
comment on column host.changed_in_run is 'run that last changed the row; not part of the digest';

create table question (
  record_id varchar not null,
  ordinal integer not null,
  question varchar not null,
  answer varchar not null,
  text_start integer,
  text_end integer,
  changed_in_run varchar not null,
  primary key (record_id, ordinal)
);
comment on table question is 'One question with its whole answer, markers cut off.';
comment on column question.record_id is 'the activity record';
comment on column question.ordinal is 'order in the form, from 1';
comment on column question.question is 'the question 问题, whole, marker cut off';
comment on column question.answer is 'the answer 回答, whole, marker cut off';
comment on column question.text_start is 'span in ActivityRecord.text, in characters';
comment on column question.text_end is 'end of the span, in characters';
comment on column question.changed_in_run is 'run that last changed the row; not part of the digest';

create table region (
  record_id varchar not null,
  kind varchar not null,
  ordinal integer not null,
  part integer not null,
  page integer not null,
  x0 double,
  top double,
  x1 double,
  bottom double,
  changed_in_run varchar not null,
  primary key (record_id, kind, ordinal, part)
);
comment on table region is 'A place on a page from which a row of another table was read.';
comment on column region.record_id is 'the activity record';
comment on column region.kind is 'table of the row: question, participant or host';
comment on column region.ordinal is 'of that row';
comment on column region.part is 'from 1: a row over two pages has two regions';
comment on column region.page is 'from 1';
comment on column region.x0 is 'PDF points, origin top left; null for formats without places';
comment on column region.top is 'top edge, points';
comment on column region.x1 is 'right edge, points';
comment on column region.bottom is 'bottom edge, points';
comment on column region.changed_in_run is 'run that last changed the row; not part of the digest';

create table attachment (
  record_id varchar not null,
  ordinal integer not null,
  name varchar not null,
  changed_in_run varchar not null,
  primary key (record_id, ordinal)
);
comment on table attachment is 'One annex or file that the form names or that follows it.';
comment on column attachment.record_id is 'the activity record';
comment on column attachment.ordinal is 'order in the form, from 1';
comment on column attachment.name is 'name of the annex or file as printed';
comment on column attachment.changed_in_run is 'run that last changed the row; not part of the digest';

create table remark (
  record_id varchar not null,
  ordinal integer not null,
  label varchar,
  text varchar not null,
  changed_in_run varchar not null,
  primary key (record_id, ordinal)
);
comment on table remark is 'One row of the form that has no column of its own: 重大信息, 风险提示, 备注, 活动主题, an unknown label.';
comment on column remark.record_id is 'the activity record';
comment on column remark.ordinal is 'order in the form, from 1';
comment on column remark.label is 'as printed; null for text behind the form';
comment on column remark.text is 'its text, paragraphs parted by newline';
comment on column remark.changed_in_run is 'run that last changed the row; not part of the digest';

create table leftover (
  record_id varchar not null,
  ordinal integer not null,
  kind varchar not null,
  text varchar not null,
  changed_in_run varchar not null,
  primary key (record_id, ordinal)
);
comment on table leftover is 'Chinese text of the file that no value holds: nothing is lost in silence.';
comment on column leftover.record_id is 'the activity record';
comment on column leftover.ordinal is 'order in the file, from 1';
comment on column leftover.kind is 'mark (问, 答), honorific (先生), head (序号, 编号), total (等 20 家), unnamed (staff), statement, furniture (of pages), hidden (text nobody sees) or unread';
comment on column leftover.text is 'its Han characters; lines of page furniture and hidden ones as printed';
comment on column leftover.changed_in_run is 'run that last changed the row; not part of the digest';

create table parse_failure (
  document_id varchar not null,
  ordinal integer not null,
  stage varchar not null,
  error varchar not null,
  label varchar,
  detail varchar not null,
  changed_in_run varchar not null,
  primary key (document_id, ordinal)
);
comment on table parse_failure is 'Why a document, or one part of it, could not be read.';
comment on column parse_failure.document_id is 'the document, by the SHA-256 of its bytes';
comment on column parse_failure.ordinal is 'from 1, within the document';
comment on column parse_failure.stage is 'read, parse or label';
comment on column parse_failure.error is 'name of the error''s class, such as NotARecord';
comment on column parse_failure.label is 'the label of the form concerned';
comment on column parse_failure.detail is 'what was found and what to do';
comment on column parse_failure.changed_in_run is 'run that last changed the row; not part of the digest';
