"""Questions to the published file: read-only, values bound, DuckDB's reason where it refuses."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from extractors.records import ParseFailure, Participant, Question
from tests.factory.rows import DAY, RECORD, make, parsed
from warehouse import ask
from warehouse.connection import writer
from warehouse.errors import BadQuery, NothingPublished
from warehouse.load import derive, load, record_run
from warehouse.migrate import scripts
from warehouse.publish import publish

TEXTS = {1: "产能100%利用", 2: "a_b与a!b", 3: "AI算力", 4: "ab 100 利用", 5: "反斜杠\\与'引号'"}


@pytest.fixture(scope="session")
def published(_filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published file whose records ask one question each, the newest meeting first by number."""
    folder = tmp_path_factory.mktemp("published")
    building = Path(shutil.copy(_filled, folder / "building.duckdb"))
    with writer(building) as connection:
        connection.execute("delete from question; delete from question_topic; delete from figure; delete from region")
        for number, text in TEXTS.items():
            own = DAY - timedelta(days=number)
            asked = make(Question, record_id=f"{number:016x}-1", question=text, answer="答")
            load(connection, [*parsed(number, start_on=own, end_on=own), asked], "run-2")
        load(
            connection, [make(Question, record_id=f"{1:016x}-1", ordinal=2, question="问", answer="见ai部分")], "run-2"
        )
        started = {"started_at": DAY, "ended_at": DAY, "outcome": "complete", "version": "0.1"}
        record_run(connection, {"run_id": "run-2", "kind": "ingest", **started})
        derive(connection, "run-2")
    publish(building, folder / "jiyao.duckdb")
    return folder / "jiyao.duckdb"


def test_an_answer_has_columns_and_rows(published: Path) -> None:
    assert ask.sql(published, "select 1 as a, '二' as b union all select 2, null order by a") == ask.Answer(
        ("a", "b"), ((1, "二"), (2, None))
    )


@pytest.mark.parametrize("text", ["", " ", "-- nothing", ";", "set threads = 1"])
def test_what_asks_nothing_has_no_rows(published: Path, text: str) -> None:
    assert ask.sql(published, text).rows == ()


BAD = {
    "an insert": ("insert into category values ('a', 'b')", "read-only"),
    "a deletion": ("delete from question", "read-only"),
    "a drop": ("drop view visit", "read-only"),
    "a creation": ("create table t (a int)", "read-only"),
    "a second statement": ("select 1; delete from question", "read-only"),
    "no SQL": ("how many?", "syntax error"),
    "an unknown table": ("from questions", "questions does not exist"),
    "a bad value": ("select 'a'::int", "Could not convert"),
    "an error in a later row": ("select error('late') from range(5000) t(i) where i = 4999", "late"),
    "a value that is not given": ("select $a", "parameter"),
    "half a character": ("select '\ud800'", "surrogates"),
}


@pytest.mark.parametrize(("text", "reason"), BAD.values(), ids=BAD)
def test_what_duckdb_refuses_is_a_bad_query_with_its_reason(published: Path, text: str, reason: str) -> None:
    before = published.read_bytes()
    with pytest.raises(BadQuery, match=f"(?i){reason}") as refused:
        ask.sql(published, text)
    assert refused.value.reason == str(refused.value)
    assert published.read_bytes() == before


ASKING: tuple[Callable[[Path], object], ...] = (
    lambda path: ask.sql(path, "select 1"),
    lambda path: ask.search(path, "a"),
    lambda path: ask.named(path, "status"),
    ask.dictionary,
)


@pytest.mark.parametrize("asking", ASKING)
def test_before_anything_is_published_there_is_nothing_to_ask(tmp_path: Path, asking: Callable[[Path], object]) -> None:
    with pytest.raises(NothingPublished):
        asking(tmp_path / "none.duckdb")


WORDS = (
    ("产能", [1]), ("100%", [1]), ("100", [1, 4]), ("%", [1]), ("a_b", [2]), ("_", [2]), ("a!b", [2]), ("!", [2]),
    ("AI", [1, 3]), ("ai", [1, 3]), ("\\", [5]), ("'引号'", [5]), ("没有", []),
    ("答", [1, 2, 3, 4, 5]), ("", [1, 1, 2, 3, 4, 5]),
    ("'; drop table question; --", []),
)  # fmt: skip


@pytest.mark.parametrize(("word", "expected"), WORDS)
def test_search_finds_the_word_as_it_is_newest_first(published: Path, word: str, expected: list[int]) -> None:
    found = ask.search(published, word)
    assert [int(str(row[0])[:16], 16) for row in found.rows] == expected
    assert found.columns == ("record_id", "security_code", "security_name", "start_on", "page", "question", "answer")


@pytest.mark.parametrize(("limit", "count"), [(0, 0), (1, 1), (3, 3), (100, 6)])
def test_search_ends_at_its_limit(published: Path, limit: int, count: int) -> None:
    assert len(ask.search(published, "", limit).rows) == count


def test_search_ends_at_twenty_unless_told(filled: Path) -> None:
    with writer(filled) as connection:
        load(connection, [make(Question, ordinal=n) for n in range(1, 31)], "run-2")
    assert [row[0] for row in ask.search(filled, "产能").rows] == [RECORD] * 20


VALUES: dict[str, dict[str, object]] = {
    "company_keys": {"code": "300418"},
    "files_to_fetch": {"code": ""},
    "drift_contract": {"run_id": "run-1"},
    "drift_field": {"run_id": "run-1"},
    "drift_fill": {"newest": 5, "drop": 0.1},
    "run_days": {"run_id": "run-1"},
    "run_slowest": {"run_id": "run-1"},
    "stale": {"today": DAY, "days": 1},
    "calendar": {"today": DAY, "days": 30},
    "complete_record": {"begins": RECORD, "limit": 5},
    "days_proved": {"source": "cninfo", "partitions": ["szse"]},
    "feed_companies": {"start": DAY, "end": DAY},
    "files_to_fetch_again": {"limit": 5},
    "freshness": {"today": DAY},
    "record": {"id": RECORD},
    "record_hosts": {"record_id": RECORD},
    "record_participants": {"record_id": RECORD},
    "record_questions": {"record_id": f"{1:016x}-1"},
    "record_regions": {"record_id": RECORD, "kind": "question", "ordinal": None},
    "report_host": {"ids": [RECORD]},
    "report_narrative": {"ids": [RECORD]},
    "report_participant": {"ids": [RECORD]},
    "report_question": {"ids": [f"{1:016x}-1", RECORD]},
    "report_record": {"limit": 4},
    "search": {"pattern": "%产能%", "limit": 5},
    "watermark": {"source": "cninfo"},
}
ROWS = {
    "company_keys": 1, "days_proved": 0, "drift_contract": 0, "drift_field": 0, "drift_fill": 0, "run_days": 1, "run_slowest": 0,
    "stale": 0, "feed_companies": 1, "files_to_fetch_again": 1,
    "calendar": 90, "complete_record": 1, "freshness": 3, "open_days": 0, "todo": 1, "unread": 0,
    "example_1_newest": 5, "example_2_visitors": 1, "example_3_capacity": 1, "failures": 0, "files_to_fetch": 0,
    "loaded": 10, "record": 1, "record_hosts": 1, "record_participants": 1, "record_questions": 2,
    "record_regions": 0, "runs": 1,
    "report_calendar": 1, "report_host": 1, "report_institution": 3, "report_name": 29, "report_narrative": 0,
    "report_open": 0, "report_participant": 1, "report_question": 2, "report_record": 4, "report_topic": 0,
    "report_total": 1, "report_visited": 1, "report_week": 13,
    "search": 1, "status": 1, "watermark": 1,
}  # fmt: skip


@pytest.mark.parametrize("name", [name for name, _ in scripts("queries") if not name.startswith("derive_")])
def test_every_query_runs_and_finds_what_is_there(published: Path, name: str) -> None:
    assert len(ask.named(published, name, **VALUES.get(name, {})).rows) == ROWS[name]


def test_values_are_named_as_the_queries_name_them() -> None:
    named = {name: set(re.findall(r"\$(\w+)", text)) for name, text in scripts("queries")}
    assert {name: values for name, values in named.items() if values} == {
        name: set(given) for name, given in VALUES.items()
    }


IDENTITIES = ((RECORD, 1), ("cninfo-1", 1), ("a" * 64, 1), ("a" * 8, 1), ("b", 0), ("%", 0))


@pytest.mark.parametrize(("identity", "count"), IDENTITIES)
def test_a_record_is_found_by_its_id_its_announcement_or_its_hash(published: Path, identity: str, count: int) -> None:
    assert len(ask.named(published, "record", id=identity).rows) == count


def test_participants_are_shown_an_entry_a_line(filled: Path) -> None:
    people = [("甲", "张", 1), ("甲", "李", 1), ("乙", None, 2), ("甲", "王", 3)]
    with writer(filled) as connection:
        given = [
            make(Participant, ordinal=n, institution=a, person=b, entry=e) for n, (a, b, e) in enumerate(people, 1)
        ]
        load(connection, given, "run-2")
    found = ask.named(filled, "record_participants", record_id=RECORD).rows
    assert found == (("甲", "张、李"), ("乙", None), ("甲", "王"))


def test_failures_count_documents(filled: Path) -> None:
    with writer(filled) as connection:
        load(connection, [make(ParseFailure, ordinal=n, stage="label") for n in (1, 2)], "run-2")
    assert ask.named(filled, "failures").rows == (("label", "NeedsOcr", 1, "a scan"),)


def test_examples_have_titles_and_run(published: Path) -> None:
    found = ask.examples()
    assert len(found) == len([name for name, _ in scripts("queries") if name.startswith("example_")])
    for title, text in found:
        assert not title.startswith("--")
        assert ask.sql(published, text).columns


def test_the_dictionary_is_that_of_the_file(published: Path) -> None:
    assert "## question\n" in ask.dictionary(published)
