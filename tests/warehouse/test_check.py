"""Checks: each finds the offence it is for, and nothing without it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from extractors.figures import Figure
from extractors.institutions import InstitutionAlias
from extractors.records import (
    ActivityCategory,
    ActivityRecord,
    ActivitySession,
    AnnouncementDocument,
    Attachment,
    Document,
    Host,
    Leftover,
    ListingDay,
    ParseFailure,
    Participant,
    Question,
    Region,
    Remark,
    Sighting,
)
from tests.factory.rows import DAY, FILE, HOUR, RECORD, SEEN, make
from warehouse.check import run_checks
from warehouse.connection import writer
from warehouse.load import derive, load
from warehouse.migrate import scripts

Connection = duckdb.DuckDBPyConnection
Seed = Callable[[Connection], object]
NONE = "none-1"


def rows(*records: object) -> Seed:
    """Load records."""
    return lambda connection: load(connection, records, "run-2")


def sql(*statements: str) -> Seed:
    """Execute statements."""
    return lambda connection: [connection.execute(one) for one in statements]


def day(listed: int, promised: int | None, number: int = 1, grade: str = "counted") -> ListingDay:
    return make(
        ListingDay, day=DAY.replace(day=number), grade=grade, promised=promised, listed=listed, walked_at=SEEN + HOUR
    )


def thin(source: str, partition: str, *numbers: int) -> tuple[ListingDay, ...]:
    """Days of 2026-03, the 7th and 8th a weekend, proved afterwards to hold nothing."""
    return tuple(
        make(ListingDay, source=source, partition=partition, day=DAY.replace(day=n), promised=0, listed=0,
             walked_at=SEEN + 240 * HOUR)
        for n in numbers
    )  # fmt: skip


KINDS = ("question", "participant", "host")
BLANK = ("", " ", "\n\u3000", "\t\xa0")
PLACELESS = (
    "insert into activity_record select r.* replace (r.record_id || i as record_id, null as location) "
    "from activity_record r, range(120) t(i)"
)
THIN = sql("delete from activity_session", "delete from activity_category")
OFFENCES: tuple[tuple[str, Seed, int], ...] = (
    ("fail_day_not_counted", rows(day(3, 4, 1), day(2, 4, 2)), 1),
    ("fail_day_not_counted", rows(day(0, None)), 1),
    ("fail_document_unaccounted", sql("insert into document (document_id, media_type, byte_count, changed_in_run) values ('d', 'pdf', 1, '')",
                                      "insert into bookkeeping.parsed (document_id, version) values ('d', '1')"), 1),
    ("fail_orphan_activity", sql("update activity_record set activity_id = null"), 2),
    ("fail_orphan_activity", sql("delete from activity"), 1),
    ("fail_orphan_activity", sql("insert into activity values ('x', null, null, null, 1, '', '')"), 1),
    ("fail_orphan_announcement", rows(make(Sighting, source_key="2", announcement_id="none")), 1),
    ("fail_orphan_announcement", rows(make(AnnouncementDocument, announcement_id="none")), 1),
    ("fail_orphan_child", rows(make(ActivitySession, record_id=NONE)), 1),
    ("fail_orphan_child", rows(make(ActivityCategory, record_id=NONE)), 1),
    ("fail_orphan_child", rows(make(Participant, record_id=NONE)), 1),
    ("fail_orphan_child", rows(make(Host, record_id=NONE)), 1),
    ("fail_orphan_child", rows(make(Question, record_id=NONE)), 1),
    ("fail_orphan_child", rows(make(Attachment, record_id=NONE)), 1),
    ("fail_orphan_child", rows(make(Remark, record_id=NONE)), 1),
    ("fail_orphan_child", rows(make(Leftover, record_id=NONE)), 1),
    ("fail_orphan_child", rows(make(Region, record_id=NONE)), 1),
    ("fail_orphan_child", sql("insert into question_topic select record_id, 9, '产能', '' from question"), 1),
    ("fail_orphan_child", rows(make(Figure, ordinal=9)), 1),
    ("fail_orphan_document", rows(make(AnnouncementDocument, document_id="none")), 1),
    ("fail_orphan_document", rows(make(ParseFailure, document_id="none", stage="parse")), 1),
    ("fail_orphan_document", sql("delete from document"), 2),
    ("fail_orphan_institution", rows(make(InstitutionAlias, institution_id="none")), 1),
    ("fail_orphan_institution", sql("update participant set institution_id = 'none'"), 1),
    ("fail_orphan_link", sql("insert into announcement_link values ('none', 'cninfo-1', 'corrects', '', '')"), 1),
    ("fail_orphan_link", sql("insert into announcement_link values ('cninfo-1', 'none', 'annex_of', '', '')"), 1),
    ("fail_orphan_link", sql("update activity_record set supersedes_record_id = 'none'"), 1),
    ("fail_orphan_region", rows(*(make(Region, kind=kind, ordinal=9) for kind in KINDS)), 3),
    ("fail_orphan_region", rows(make(Region, kind="footnote")), 1),
    ("fail_orphan_topic", sql("delete from topic"), 1),
    ("fail_code_unknown", sql("delete from enumeration where code in ('record', 'szse', 'SZSE')"), 2),
    ("warn_calendar_short", sql("update announcement set disclosed_on = date '2050-01-01'"), 1),
    ("warn_fill_rate", lambda connection: [connection.execute(PLACELESS), derive(connection, "run-2")], 6),
    ("fail_record_not_derived", sql("delete from derived.record"), 1),
    ("fail_record_not_derived", sql("insert into derived.record by name select * replace ('z' as record_id) from derived.record"), 1),
    ("fail_question_empty", rows(*(make(Question, ordinal=n, question=text) for n, text in enumerate(BLANK, 2))), 4),
    ("warn_answer_empty", rows(*(make(Question, ordinal=n, answer=text) for n, text in enumerate(BLANK, 2))), 4),
    ("warn_day_open", rows(day(0, None, grade="open")), 1),
    ("warn_document_unread", rows(make(ParseFailure)), 1),
    ("warn_listing_thin", rows(*thin("cninfo", "szse", 3, 4)), 2),
    ("warn_listing_thin", rows(*thin("sse", "feed", 2, 3, 4, 5, 6)), 1),
    ("warn_record_thin", sql("delete from activity_session"), 1),
    ("warn_record_thin", sql("delete from activity_category"), 1),
    ("warn_record_thin", sql("delete from host"), 1),
)  # fmt: skip
HARMLESS: tuple[tuple[str, Seed], ...] = (
    ("a weekend without rows", rows(*thin("cninfo", "szse", 7, 8))),
    ("a day without rows that is not over", rows(replace(thin("cninfo", "szse", 4)[0], walked_at=SEEN + HOUR))),
    ("a list without a floor", rows(*thin("cninfo", "sse", *range(2, 12)))),
    ("four trading days without rows and a weekend", rows(*thin("sse", "feed", 3, 4, 5, 6, 7, 8))),
    ("days that add up", rows(day(3, 5, 1), day(2, 5, 2))),
    ("days of which one was walked again", rows(day(3, 5, 1))),
    ("a day without a total, walked", rows(day(3, None, 1, "walked"))),
    ("places of rows that exist", rows(*(make(Region, kind=kind, part=2) for kind in KINDS))),
    ("a label nobody knows", rows(make(ParseFailure, stage="label"))),
    ("a document not parsed yet", rows(make(Document, document_id="d"))),
    ("a refused document", lambda connection: [
        load(connection, [make(Document, document_id="d"), make(ParseFailure, document_id="d", stage="parse")], ""),
        connection.execute("insert into bookkeeping.parsed (document_id, version) values ('d', '1')"),
    ]),
    ("a participant of no known institution", sql("update participant set institution_id = null")),
    ("short text", rows(make(Question, ordinal=2, question="？", answer="是"))),
)  # fmt: skip


def findings(path: Path, seeds: Sequence[Seed]) -> dict[str, int]:
    with writer(path) as connection:
        for seed in seeds:
            seed(connection)
        return {found.name: found.rows for found in run_checks(connection)}


def test_every_check_has_an_offence_in_the_table() -> None:
    assert {name for name, _, _ in OFFENCES} == {name for name, _ in scripts("checks")}


def test_a_whole_warehouse_passes(filled: Path) -> None:
    assert findings(filled, []) == {}


@pytest.mark.parametrize(
    ("name", "seed", "count"), OFFENCES, ids=[f"{name} {number}" for number, (name, _, _) in enumerate(OFFENCES)]
)
def test_an_offence_is_found(filled: Path, name: str, seed: Seed, count: int) -> None:
    assert findings(filled, [seed])[name] == count


@pytest.mark.parametrize("seed", [seed for _, seed in HARMLESS], ids=[name for name, _ in HARMLESS])
def test_what_is_no_offence_passes(filled: Path, seed: Seed) -> None:
    assert findings(filled, [seed]) == {}


def test_several_offences_are_all_found(filled: Path) -> None:
    assert findings(filled, [THIN, rows(make(ParseFailure))]) == {"warn_document_unread": 1, "warn_record_thin": 1}


def test_a_finding_says_what_it_is_with_its_first_row(filled: Path) -> None:
    with writer(filled) as connection:
        load(connection, [make(Question, ordinal=n, question="") for n in (2, 3)], "run-2")
        load(connection, [make(ParseFailure)], "run-2")
        failed, warned = run_checks(connection)
    assert (failed.name, failed.stops, failed.rows) == ("fail_question_empty", True, 2)
    assert str(failed) == f"fail_question_empty: 2 rows, such as {(RECORD, 2)} (Questions without text.)"
    assert (warned.name, warned.stops, warned.example) == (
        "warn_document_unread",
        False,
        str((FILE, "NeedsOcr", "a scan")),
    )


def test_every_check_stops_or_warns_by_its_name() -> None:
    assert {name.partition("_")[0] for name, _ in scripts("checks")} == {"fail", "warn"}


def test_the_activity_of_a_record_that_was_replaced_is_an_offence_until_derived(filled: Path) -> None:
    own = make(ActivityRecord, record_id="b-1", document_id=FILE)
    assert findings(filled, [rows(own)])["fail_orphan_activity"] == 1
