"""Loading: what is new or changed is written, and nothing else."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import duckdb
import pytest

from extractors.institutions import Institution, InstitutionAlias
from extractors.records import (
    ActivityRecord,
    ActivitySession,
    Announcement,
    AnnouncementDocument,
    Document,
    Host,
    ListingDay,
    ParseFailure,
    Participant,
    Question,
    Region,
    Sighting,
)
from tests.factory.rows import CLASSES, DAY, FILE, HOUR, RECORD, SEEN, listed, make, parsed, whole
from warehouse.load import _CHILDREN, load, loaded_segments, mark_loaded, record_run, replace_parsed, table_of
from warehouse.pending import documents_to_parse

Connection = duckdb.DuckDBPyConnection


def rows(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query).fetchall()


def test_every_class_is_loaded_as_it_is_given(connection: Connection) -> None:
    for kind in CLASSES:
        record = make(kind)
        assert load(connection, [record], "run-1") == {table_of(record): 1}
        names = list(type(record).__dataclass_fields__)
        kept = connection.execute(f"select {', '.join(names)}, changed_in_run from {table_of(record)}").fetchall()  # noqa: S608
        assert kept == [(*(getattr(record, name) for name in names), "run-1")]


def test_no_records_are_no_rows(connection: Connection) -> None:
    assert load(connection, [], "run-1") == {}


def test_only_what_changed_is_written(connection: Connection) -> None:
    load(connection, [make(Host, ordinal=n) for n in (1, 2, 3)], "run-1")
    load(connection, [make(Host, ordinal=1), make(Host, ordinal=2, title=None), make(Host, ordinal=4)], "run-2")
    assert rows(connection, "select ordinal, title, changed_in_run from host order by ordinal") == [
        (1, "董事会秘书", "run-1"),
        (2, None, "run-2"),
        (3, "董事会秘书", "run-1"),
        (4, "董事会秘书", "run-2"),
    ]


def test_a_row_that_is_all_key_stays(connection: Connection) -> None:
    for run_id in ("run-1", "run-2"):
        load(connection, [make(AnnouncementDocument)], run_id)
    assert rows(connection, "select changed_in_run from announcement_document") == [("run-1",)]


SEQUENCES = {
    "in order": (0, 1, 2),
    "backwards": (2, 1, 0),
    "the middle last": (0, 2, 1),
}


@pytest.mark.parametrize("batching", ["one batch", "one by one"])
@pytest.mark.parametrize("hours", SEQUENCES.values(), ids=SEQUENCES)
def test_the_earliest_and_the_latest_instant_are_kept(
    connection: Connection, hours: tuple[int, ...], batching: str
) -> None:
    seen = [make(Sighting, first_seen_at=SEEN + n * HOUR, last_seen_at=SEEN + n * HOUR) for n in hours]
    files = [make(AnnouncementDocument, fetched_at=SEEN + n * HOUR) for n in hours]
    first = [make(Announcement, first_seen_at=SEEN + n * HOUR) for n in hours]
    for batch in [[*seen, *files, *first]] if batching == "one batch" else zip(seen, files, first, strict=True):
        load(connection, batch, "run-1")
    assert rows(connection, "select first_seen_at, last_seen_at from sighting") == [(SEEN, SEEN + 2 * HOUR)]
    assert rows(connection, "select fetched_at from announcement_document") == [(SEEN,)]
    assert rows(connection, "select first_seen_at from announcement") == [(SEEN,)]


GRADES = (
    (("open", "counted"), "counted"),
    (("counted", "open"), "counted"),
    (("walked", "open"), "walked"),
    (("open", "open"), "open"),
    (("counted", "open", "walked"), "walked"),
)


@pytest.mark.parametrize("batching", ["one batch", "one by one"])
@pytest.mark.parametrize(("grades", "expected"), GRADES, ids=[" then ".join(grades) for grades, _ in GRADES])
def test_an_open_day_never_overrides_a_proved_one(
    connection: Connection, grades: tuple[str, ...], expected: str, batching: str
) -> None:
    days = [
        make(ListingDay, grade=grade, listed=n, reason="why" if grade == "open" else None, walked_at=SEEN + n * HOUR)
        for n, grade in enumerate(grades)
    ]
    for batch in [days] if batching == "one batch" else [[day] for day in days]:
        load(connection, batch, "run-1")
    last = [day for day in days if day.grade == expected][-1]
    assert rows(connection, "select grade, listed, reason, walked_at from listing_day") == [
        (last.grade, last.listed, last.reason, last.walked_at)
    ]


def test_a_files_own_row_that_comes_again_takes_nothing_away(connection: Connection) -> None:
    load(connection, [make(Document, page_count=7)], "run-1")
    load(connection, [make(Document, page_count=None)], "run-2")
    assert rows(connection, "select page_count, changed_in_run from document") == [(7, "run-1")]


def test_what_is_gone_from_a_register_goes(connection: Connection) -> None:
    names = {name: make(Institution, institution_id=name) for name in "ab"}
    aliases = {name: make(InstitutionAlias, alias=name, institution_id=name) for name in "ab"}
    load(connection, [*names.values(), *aliases.values()], "run-1")
    load(connection, [names["b"], aliases["b"]], "run-2")
    load(connection, [make(Host)], "run-3")
    for query in ("select institution_id from institution", "select alias from institution_alias"):
        assert rows(connection, query) == [("b",)]


TEXTS = {
    "quotes": "'\"`$1 ?; drop table host; --",
    "lines": "一\n二\r\n三\u2028四",
    "blanks": " \t\u3000\xa0",
    "empty": "",
    "emoji": "👨‍👩‍👧😀",
    "private use": "\ue000\uf052",
    "control characters": "".join(map(chr, range(32))) + "\x7f\x85",
    "JSON": '{"a": "\\u0041\\"}',
    "not a character": "\ufffe\uffff",
    "long": "长" * 100_000,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text_is_kept_as_it_is(connection: Connection, text: str) -> None:
    load(connection, [make(Host, name=text, title=text)], "run-1")
    load(connection, [make(Host, name=text, title=text)], "run-2")
    assert rows(connection, "select name, title, changed_in_run from host") == [(text, text, "run-1")]


SURROGATES = (("a\ud800b", "a\ufffdb"), ("\udfff", "\ufffd"), ("\ud83d\ude00", "😀"))


@pytest.mark.parametrize(("text", "expected"), SURROGATES, ids=ascii)
def test_half_a_character_becomes_the_replacement_character(connection: Connection, text: str, expected: str) -> None:
    load(connection, [make(Host, ordinal=1, name=text), make(Host, ordinal=2)], "run-1")
    load(connection, [make(Host, ordinal=1, name=text)], "run-2")
    assert rows(connection, "select name, changed_in_run from host order by ordinal") == [
        (expected, "run-1"),
        ("李四", "run-1"),
    ]


def test_values_keep_their_precision(connection: Connection) -> None:
    day, hour = date(1999, 12, 31), time(9, 30, 15)
    load(connection, [make(ActivitySession, start_on=day, end_on=date.max, start_time=hour)], "run-1")
    load(connection, [make(Region, x0=0.1 + 0.2, top=-1e-9, x1=1e300)], "run-1")
    assert rows(connection, "select start_on, end_on, start_time from activity_session") == [(day, date.max, hour)]
    assert rows(connection, "select x0, top, x1 from region") == [(0.1 + 0.2, -1e-9, 1e300)]


def test_thousands_of_rows_arrive(connection: Connection) -> None:
    given = [make(Question, ordinal=n, question=f"第{n}问") for n in range(1, 5001)]
    assert load(connection, given + given, "run-1") == {"question": 10_000}
    assert rows(connection, "select count(*), count(distinct question), max(ordinal) from question") == [
        (5000, 5000, 5000)
    ]


def test_a_required_value_that_is_missing_is_refused(connection: Connection) -> None:
    with pytest.raises(duckdb.ConstraintException):
        load(connection, [make(Question, answer=None)], "run-1")


def test_every_table_of_a_record_is_replaced_with_it(connection: Connection) -> None:
    found = rows(
        connection,
        "select table_name from duckdb_columns() where schema_name = 'main' and column_name = 'record_id' "
        "and table_oid in (select table_oid from duckdb_tables())",
    )
    assert {name for (name,) in found} == {
        "activity_record",
        "answer_measure",
        *_CHILDREN,
    }  # measures follow from questions


def counts(connection: Connection, record_id: str) -> dict[str, int]:
    return {
        table: rows(connection, f"select count(*) from {table} where record_id = '{record_id}'")[0][0]  # noqa: S608
        for table in ("activity_record", *_CHILDREN)
    }


def test_what_a_document_gave_before_is_replaced_whole_and_nothing_of_others(connection: Connection) -> None:
    children = [kind for kind in CLASSES if kind.__annotations__.get("record_id") and kind is not ActivityRecord]
    own = [*whole(), *(make(kind, ordinal=2) for kind in children)]
    others = [*parsed(5), *(make(kind, record_id=f"{5:016x}-1") for kind in children if kind is not ActivitySession)]
    replace_parsed(connection, [FILE, f"{5:064x}"], [*own, *others], run_id="run-1", version="1")
    before = counts(connection, f"{5:016x}-1")
    assert set(before.values()) == {1}
    replace_parsed(
        connection, [FILE], [make(Document), make(ActivityRecord), make(Host, name="王五")], run_id="run-2", version="2"
    )
    assert counts(connection, RECORD) == {**dict.fromkeys(_CHILDREN, 0), "activity_record": 1, "host": 1}
    assert counts(connection, f"{5:016x}-1") == before
    assert rows(connection, "select name, changed_in_run from host order by record_id") == [
        ("李四", "run-1"),
        ("王五", "run-2"),
    ]


def test_a_record_takes_a_failures_place_and_a_failure_a_records(connection: Connection) -> None:
    failure = make(ParseFailure)
    for given, expected in (([failure], (0, 1)), (parsed(1, document_id=FILE)[1:], (1, 0)), ([failure], (0, 1))):
        replace_parsed(connection, [FILE], given, run_id="run-1", version="1")
        found = rows(connection, "select (select count(*) from activity_record), (select count(*) from parse_failure)")
        assert found == [expected]


def test_parsed_documents_are_remembered_with_the_version(connection: Connection) -> None:
    load(connection, [make(Document), make(Document, document_id="b" * 64)], "run-1")
    replace_parsed(connection, [FILE], [], run_id="run-1", version="1")
    assert [documents_to_parse(connection, version) for version in "12"] == [("b" * 64,), (FILE, "b" * 64)]


def test_nothing_to_replace_is_nothing_done(connection: Connection) -> None:
    load(connection, [make(Host)], "run-1")
    replace_parsed(connection, [], [], run_id="run-2", version="1")
    assert rows(connection, "select changed_in_run from host") == [("run-1",)]


def test_loaded_segments_are_remembered(connection: Connection) -> None:
    assert loaded_segments(connection) == {}
    mark_loaded(connection, {"a": 3, "b": 1})
    mark_loaded(connection, {"a": 5})
    mark_loaded(connection, {})
    assert loaded_segments(connection) == {"a": 5, "b": 1}


def test_a_run_is_one_row(connection: Connection) -> None:
    values = {"run_id": "run-1", "kind": "ingest", "started_at": SEEN, "outcome": "incomplete", "version": "0.1"}
    record_run(connection, values)
    record_run(connection, {**values, "outcome": "complete", "window_from": DAY})
    assert rows(connection, "select run_id, outcome, window_from, started_at from run") == [
        ("run-1", "complete", DAY, SEEN)
    ]


def test_participants_of_one_entry_share_it(connection: Connection) -> None:
    load(connection, [make(Participant, ordinal=n, entry=1, person=name) for n, name in enumerate("甲乙", 1)], "run-1")
    assert rows(connection, "select entry, count(*) from participant group by entry") == [(1, 2)]


def test_an_announcement_and_its_sighting_go_to_their_tables(connection: Connection) -> None:
    assert load(connection, (row for n in range(3) for row in listed(n)), "run-1") == {"announcement": 3, "sighting": 3}
