-- Measures of the questions in `asked`; earlier meetings are those that could be known earlier.
create or replace temp table shingle as
select record_id, ordinal, kind, company_id, activity_id, known_at, substr(words, place, 4) as shingle
from (
  select *, unnest(range(1, length(words) - 2)) as place
  from (
    select record_id, ordinal, company_id, activity_id, known_at, unnest(['question', 'answer']) as kind,
      unnest([question, answer]) as words
    from asked
    where known_at is not null
  )
);

insert into answer_measure by name
with first_said as (
  select company_id, kind, shingle, arg_min(activity_id, (known_at, activity_id)) as first_activity_id
  from shingle
  group by company_id, kind, shingle
), share as (
  select record_id, ordinal, kind, count(*) filter (activity_id = first_activity_id) / count(*) as novelty
  from shingle
  join first_said using (company_id, kind, shingle)
  group by record_id, ordinal, kind
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
left join share said on said.record_id = a.record_id and said.ordinal = a.ordinal and said.kind = 'answer'
left join share put on put.record_id = a.record_id and put.ordinal = a.ordinal and put.kind = 'question'
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
