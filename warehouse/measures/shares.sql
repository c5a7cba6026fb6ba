-- Measures of the questions in `asked`; earlier meetings are those that could be known earlier.
create or replace temp table shingle as
select number, kind, meeting, hash(company_id, kind, substr(words, place, 4)) as shingle
from (
  select *, unnest(range(1, length(words) - 2)) as place
  from (
    select number, company_id, meeting, unnest(['question', 'answer']) as kind, unnest([question, answer]) as words
    from asked
    where meeting is not null
  )
);

insert into answer_measure by name
with first_said as (
  select shingle, min(meeting) as meeting from shingle group by shingle
), share as (
  select s.number, s.kind, count(*) filter (s.meeting = f.meeting) / count(*) as novelty
  from shingle s
  join first_said f using (shingle)
  group by s.number, s.kind
), first_asked as (
  select
    record_id, ordinal, activity_id,
    first({'record_id': record_id, 'ordinal': ordinal, 'activity_id': activity_id}) over (
      partition by company_id, question order by known_at, activity_id, record_id, ordinal
    ) as found
  from asked
  where known_at is not null and question <> ''
)
select
  a.record_id, a.ordinal, length(a.question)::integer as question_characters,
  length(a.answer)::integer as answer_characters,
  1 - a.own_characters / nullif(length(a.answer), 0) as boilerplate_share,
  said.novelty, put.novelty as question_novelty,
  case when f.found.activity_id <> f.activity_id then f.found.record_id end as repeats_record_id,
  case when f.found.activity_id <> f.activity_id then f.found.ordinal end as repeats_ordinal,
  current_run() as changed_in_run
from asked a
left join share said on said.number = a.number and said.kind = 'answer'
left join share put on put.number = a.number and put.kind = 'question'
left join first_asked f on f.record_id = a.record_id and f.ordinal = a.ordinal
on conflict (record_id, ordinal) do update set
  question_characters = excluded.question_characters, answer_characters = excluded.answer_characters,
  boilerplate_share = excluded.boilerplate_share, novelty = excluded.novelty,
  question_novelty = excluded.question_novelty, repeats_record_id = excluded.repeats_record_id,
  repeats_ordinal = excluded.repeats_ordinal, changed_in_run = excluded.changed_in_run
  where (answer_measure.question_characters, answer_measure.answer_characters, answer_measure.boilerplate_share,
      answer_measure.novelty, answer_measure.question_novelty, answer_measure.repeats_record_id,
      answer_measure.repeats_ordinal)
    is distinct from (excluded.question_characters, excluded.answer_characters, excluded.boilerplate_share,
      excluded.novelty, excluded.question_novelty, excluded.repeats_record_id, excluded.repeats_ordinal);
drop table shingle;
drop table asked;
