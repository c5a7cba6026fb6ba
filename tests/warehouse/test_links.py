"""Announcements that belong together, records that replace others, and meetings told in several files."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import duckdb
import pytest

from extractors.records import AnnouncementDocument, Question
from tests.factory.rows import DAY, HOUR, SEEN, listed, make, parsed
from warehouse.digest import digests
from warehouse.load import derive, load

Connection = duckdb.DuckDBPyConnection
RECORD, FORM = "record", "投资者关系活动记录表"


def told(number: int, *, hours: int = 0, days: int = 0, kind: str = RECORD, **changes: object) -> list[object]:
    """An announcement so many hours and days later, whose file gave one record; fields of any row can be given."""
    at = SEEN + hours * HOUR + timedelta(days=days)
    own = {"kind": kind, "available_at": at, "disclosed_at": at, "disclosed_on": DAY + timedelta(days=days), **changes}
    file = make(AnnouncementDocument, announcement_id=f"cninfo-{number}", document_id=f"{number:064x}",
                address=f"https://example.org/{number}")  # fmt: skip
    return [*listed(number, **own), file, *parsed(number, **{"content_hash": f"{number:064x}", **changes})]


def derived(connection: Connection, *records: object) -> None:
    load(connection, records, "run-1")
    derive(connection, "run-1")


def rows(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query).fetchall()


def links(connection: Connection) -> list[tuple[Any, ...]]:
    return rows(connection, "select announcement_id, related_id, relation from announcement_link order by all")


CORRECTED = (FORM, f"{FORM}（更正后）")
LINKS: dict[str, tuple[list[object], list[tuple[str, str, str]]]] = {
    "a correction by its title": (
        [*told(1), *told(2, days=3, kind="correction", title=CORRECTED[1], start_on=DAY - timedelta(days=9))],
        [("cninfo-2", "cninfo-1", "corrects")],
    ),
    "a correction by the meeting's day": (
        [*told(1), *told(2, days=3, kind="correction", title="关于调研记录的更正公告")],
        [("cninfo-2", "cninfo-1", "corrects")],
    ),
    "a correction of a correction": (
        [*told(1), *(row for n in (2, 3) for row in told(n, days=n, kind="correction", title=CORRECTED[1]))],
        [("cninfo-2", "cninfo-1", "corrects"), ("cninfo-3", "cninfo-2", "corrects")],
    ),
    "a correction before any record": (told(2, kind="correction", title=CORRECTED[1]), []),
    "a correction by the meeting's day rather than of the newest": (
        [
            *told(1, start_on=DAY - timedelta(days=9)),
            *told(2, hours=1),
            *told(3, days=3, kind="correction", title=CORRECTED[1], start_on=DAY - timedelta(days=9)),
        ],
        [("cninfo-3", "cninfo-1", "corrects")],
    ),
    "a correction of another security": (
        [*told(1), *told(2, days=1, kind="correction", title=CORRECTED[1], security_code="000002")],
        [],
    ),
    "a correction after half a year": (
        [*told(1), *told(2, days=181, kind="correction", title=CORRECTED[1], start_on=DAY)],
        [],
    ),
    "an annex": (
        [*told(1), *told(2, hours=5), *told(3, hours=1, kind="annex", title="附件之演示文稿")],
        [("cninfo-3", "cninfo-1", "annex_of")],
    ),
    "an annex of the day before": (
        [*told(1), *told(2, days=1, kind="annex", title="附件之演示文稿")],
        [("cninfo-2", "cninfo-1", "annex_of")],
    ),
    "an annex alone": ([*told(1), *told(2, days=2, kind="annex", title="附件之演示文稿")], []),
    "parts of one day": (
        [row for n, part in enumerate("二一三", 1) for row in told(n, title=f"{FORM}（{part}）")],
        [("cninfo-1", "cninfo-2", "part_of"), ("cninfo-3", "cninfo-2", "part_of")],
    ),
    "parts of two days": ([*told(1, title=f"{FORM}(1)"), *told(2, days=1, title=f"{FORM}(2)")], []),
    "two records without numbers": ([*told(1), *told(2)], []),
}


@pytest.mark.parametrize(("given", "expected"), LINKS.values(), ids=LINKS)
def test_announcements_that_belong_together_are_linked(
    connection: Connection, given: list[object], expected: list[tuple[str, str, str]]
) -> None:
    derived(connection, *given)
    assert links(connection) == expected


def test_a_link_whose_reason_goes_goes(connection: Connection) -> None:
    derived(connection, *told(1), *told(2, hours=1, kind="annex"))
    derived(connection, *listed(2, kind="notice"))
    assert links(connection) == []


def supersedes(connection: Connection) -> list[tuple[Any, ...]]:
    return rows(connection, "select record_id, supersedes_record_id from activity_record order by all")


def record_id(number: int) -> str:
    return f"{number:016x}-1"


def test_a_correction_replaces_the_record_of_its_meeting_and_is_one_meeting_with_it(connection: Connection) -> None:
    derived(connection, *told(1), *told(2, days=3, kind="correction", title=CORRECTED[1]))
    assert supersedes(connection) == [(record_id(1), None), (record_id(2), record_id(1))]
    assert rows(connection, "select activity_id, record_count, evidence from activity") == [
        (record_id(1), 2, "same security, first day and replacement")
    ]


@pytest.mark.parametrize(("dated", "replaces"), [("2026年3月3日", True), ("", False)])
def test_a_correction_of_the_day_replaces_where_its_title_tells_which(
    connection: Connection, dated: str, *, replaces: bool
) -> None:
    later = DAY + timedelta(days=1)
    own = {"kind": "correction", "title": dated + CORRECTED[1], "start_on": later, "end_on": later}
    derived(connection, *told(1, title=dated + FORM), *told(2, days=3, **own))
    assert links(connection) == [("cninfo-2", "cninfo-1", "corrects")]
    assert supersedes(connection)[1] == (record_id(2), record_id(1) if replaces else None)
    assert rows(connection, "select record_count from activity") == ([(2,)] if replaces else [(1,), (1,)])


def test_a_file_that_is_replaced_under_its_address_gives_a_record_that_replaces(connection: Connection) -> None:
    again = make(AnnouncementDocument, announcement_id="cninfo-1", document_id=f"{2:064x}",
                 address="https://example.org/1", fetched_at=SEEN + HOUR)  # fmt: skip
    derived(connection, *told(1), again, *parsed(2, content_hash="d" * 64))
    assert supersedes(connection) == [(record_id(1), None), (record_id(2), record_id(1))]
    assert rows(connection, "select record_count from activity") == [(2,)]


def questions(number: int, *texts: str) -> list[object]:
    return [make(Question, record_id=record_id(number), ordinal=n, question=text) for n, text in enumerate(texts, 1)]


ASKED = ("产能如何？", "毛利率为何下降？", "海外进展？", "分红计划？", "研发投入？")
ALIKE: dict[str, tuple[tuple[str, ...], int]] = {
    "the same questions, other blanks and marks": (tuple(f" {text[:-1]}?" for text in ASKED), 1),
    "four of five": ((*ASKED[:4], "回购？"), 1),
    "three of five": ((*ASKED[:3], "回购？", "扩产？"), 2),
    "two, both the same": (ASKED[:2], 2),
    "three of which all are the other's": (ASKED[:3], 1),
}


@pytest.mark.parametrize(("texts", "count"), ALIKE.values(), ids=ALIKE)
def test_files_with_most_questions_alike_tell_of_one_meeting(
    connection: Connection, texts: tuple[str, ...], count: int
) -> None:
    derived(connection, *told(1), *told(2), *questions(1, *ASKED), *questions(2, *texts))
    assert len(rows(connection, "from activity")) == count


def test_meetings_are_joined_through_a_third_file(connection: Connection) -> None:
    third = told(3, content_hash=f"{2:064x}")
    derived(connection, *told(1), *told(2), *third, *questions(1, *ASKED), *questions(2, *ASKED))
    assert rows(connection, "select activity_id, record_count, evidence from activity") == [
        (record_id(1), 3, "same security, first day and content and most questions")
    ]


def test_deriving_links_again_changes_nothing(connection: Connection) -> None:
    derived(connection, *told(1), *told(2, days=3, kind="correction", title=CORRECTED[1]), *told(3, kind="annex"))
    before = digests(connection)
    derive(connection, "run-2")
    assert digests(connection) == before
    assert rows(connection, "from announcement_link where changed_in_run = 'run-2'") == []
