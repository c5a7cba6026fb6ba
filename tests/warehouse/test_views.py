"""Views: their grain, and their values over a small warehouse."""

from __future__ import annotations

from datetime import time, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extractors.records import (
    ActivityCategory,
    ActivityRecord,
    ActivitySession,
    AnnouncementDocument,
    Document,
    ListingDay,
    Participant,
    Question,
    Region,
)
from tests.factory.rows import ADDRESS, DAY, FILE, HOUR, RECORD, SEEN, listed, make, parsed
from warehouse.connection import writer
from warehouse.load import derive, load

Connection = duckdb.DuckDBPyConnection
NEXT = DAY + timedelta(days=1)


def derived(connection: Connection, *records: object) -> None:
    load(connection, records, "run-1")
    derive(connection, "run-1")


def rows(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query).fetchall()


def one(connection: Connection, query: str) -> dict[str, Any]:
    cursor = connection.execute(query)
    (row,) = cursor.fetchall()
    return {column[0]: value for column, value in zip(cursor.description, row, strict=True)}


GRAINS = (
    ("record_overview", "activity_record", "record_id"),
    ("qa", "question", "record_id, ordinal"),
    ("visit", "participant", "record_id, ordinal"),
    ("completeness", "(select distinct day, source from listing_day)", "day, source"),
)


@pytest.mark.parametrize(("view", "base", "key"), GRAINS, ids=[view for view, _, _ in GRAINS])
def test_a_view_has_its_grain_however_much_hangs_on_it(connection: Connection, view: str, base: str, key: str) -> None:
    children = [
        make(kind, record_id=f"{n:016x}-1", ordinal=ordinal)
        for n in (1, 2)
        for ordinal in (1, 2, 3)
        for kind in (ActivitySession, ActivityCategory, Participant, Question)
    ]
    places = [make(Region, record_id=f"{1:016x}-1", part=n, page=n) for n in (1, 2)]
    files = [make(AnnouncementDocument, announcement_id=f"cninfo-{n}", document_id=f"{1:064x}") for n in (1, 2)]
    again = make(AnnouncementDocument, document_id=f"{1:064x}", address="elsewhere")
    days = [make(ListingDay, partition=name, day=day) for name in ("szse", "sse") for day in (DAY, NEXT)]
    names = [*listed(1), *listed(2, security_name="新名", exchange="SSE"), *listed(3, security_name="第三")]
    derived(connection, *parsed(1), *parsed(2), *children, *places, *files, again, *days, *names)
    count = rows(connection, f"select count(*) from {base}")  # noqa: S608
    assert count[0][0] > 1
    assert rows(connection, f"select count(*) from {view}") == count  # noqa: S608
    assert rows(connection, f"select count(*) from (select distinct {key} from {view})") == count  # noqa: S608


def test_a_record_with_all_it_has(filled: Path) -> None:
    with writer(filled) as connection:
        assert one(connection, "from record_overview") == {
            "record_id": RECORD, "activity_id": RECORD, "security_code": "000001", "security_name": "平安银行",
            "exchange": "SZSE", "disclosed_on": DAY, "available_at": SEEN, "start_on": DAY, "end_on": DAY,
            "start_time": None, "categories": ["特定对象调研"], "category_note": None, "location": "深圳",
            "institutions": 1, "people": 1, "participants_stated": None, "questions": 1, "signed_on": DAY,
            "announcement_id": "cninfo-1", "address": ADDRESS, "document_id": FILE, "end_time": None,
            "first_seen_at": SEEN, "company_id": "gssz0000001", "board": "main", "is_ocr": False,
        }  # fmt: skip


def test_a_record_with_nothing_else_is_there_all_the_same(connection: Connection) -> None:
    derived(connection, make(ActivityRecord, security_code=None, security_name=None))
    found = one(connection, "from record_overview")
    assert {name: value for name, value in found.items() if value is not None} == {
        "record_id": RECORD, "activity_id": RECORD, "document_id": FILE, "location": "深圳", "signed_on": DAY,
        "institutions": 0, "people": 0, "questions": 0, "is_ocr": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("reader", "is_ocr"), [("pdf 4", False), ("pdf+ocr 4", True), ("docx 4", False), (None, False)]
)
def test_a_record_read_from_pictures_is_told(connection: Connection, reader: str | None, is_ocr: bool) -> None:
    derived(connection, make(Document, reader=reader, scanned_pages=2), make(ActivityRecord))
    assert rows(connection, "select is_ocr from record_overview") == [(is_ocr,)]
    assert rows(connection, "select count(*) from record_overview where not is_ocr") == [(int(not is_ocr),)]


def test_code_and_name_are_the_printed_ones_else_those_of_the_listing(connection: Connection) -> None:
    file = make(AnnouncementDocument)
    derived(
        connection, *listed(1, security_name="列名"), file, make(ActivityRecord, security_code=None, security_name=None)
    )
    assert rows(connection, "select security_code, security_name from record_overview") == [("000001", "列名")]
    derived(connection, make(ActivityRecord, security_code="000001", security_name="印名"))
    assert rows(connection, "select security_code, security_name from record_overview") == [("000001", "印名")]


def test_the_listings_name_is_the_latest(connection: Connection) -> None:
    names = [
        *listed(1, security_name="旧"),
        *listed(2, security_name="新", disclosed_on=NEXT),
        *listed(3, security_name="旧", disclosed_on=NEXT),
    ]
    derived(connection, *names, make(ActivityRecord, security_name=None))
    assert rows(connection, "select security_name from record_overview") == [("新",)]


def test_a_file_of_two_announcements_is_told_by_the_one_that_came_first_whole(connection: Connection) -> None:
    own = listed(9, available_at=SEEN, disclosed_on=DAY)
    second = listed(1, available_at=SEEN + HOUR, disclosed_on=NEXT, exchange="SSE")
    files = [
        make(AnnouncementDocument, announcement_id=f"cninfo-{n}", address=address)
        for n, address in ((9, "z"), (1, "a"))
    ]
    derived(connection, *own, *second, *files, make(ActivityRecord))
    assert rows(
        connection, "select announcement_id, address, disclosed_on, available_at, exchange from record_overview"
    ) == [("cninfo-9", "z", DAY, SEEN, "SZSE")]


def test_days_span_the_sessions_and_counts_count(connection: Connection) -> None:
    sessions = [
        make(ActivitySession, ordinal=1, start_on=NEXT, end_on=NEXT, start_time=time(14)),
        make(ActivitySession, ordinal=2, start_time=time(9, 30)),
    ]
    people = [("甲", "张"), ("甲", "李"), ("乙", None), (None, "王")]
    visitors = [make(Participant, ordinal=n, institution=a, person=b) for n, (a, b) in enumerate(people)]
    ticks = [make(ActivityCategory, ordinal=n, category=name) for n, name in ((2, "其他"), (1, "路演活动"))]
    asked = [make(Question, ordinal=n) for n in range(5)]
    derived(connection, make(ActivityRecord), *sessions, *visitors, *ticks, *asked)
    query = "select start_on, end_on, start_time, categories, institutions, people, questions from record_overview"
    assert rows(connection, query) == [(DAY, NEXT, time(9, 30), ["路演活动", "其他"], 2, 3, 5)]


def test_a_question_with_its_record_and_page(filled: Path) -> None:
    with writer(filled) as connection:
        load(connection, [make(Region, part=2, page=5), make(Region, kind="host", page=0)], "run-2")
        assert one(connection, "from qa") == {
            "record_id": RECORD, "ordinal": 1, "security_code": "000001", "security_name": "平安银行",
            "exchange": "SZSE", "disclosed_on": DAY, "available_at": SEEN, "start_on": DAY,
            "question": "产能如何？", "answer": "满产。", "page": 1, "address": ADDRESS,
            "activity_id": RECORD, "company_id": "gssz0000001", "board": "main", "first_seen_at": SEEN,
            "categories": ["特定对象调研"], "topics": ["capacity"], "institutions": 1, "answer_length": 3,
        }  # fmt: skip


def test_a_question_of_a_file_without_pages_has_none(connection: Connection) -> None:
    derived(connection, make(ActivityRecord), make(Question))
    assert rows(connection, "select question, page from qa") == [("产能如何？", None)]


def test_a_visit_with_its_meeting_and_the_institution_of_the_register(filled: Path) -> None:
    with writer(filled) as connection:
        assert one(connection, "from visit") == {
            "activity_id": RECORD, "record_id": RECORD, "ordinal": 1, "security_code": "000001",
            "security_name": "平安银行", "exchange": "SZSE", "disclosed_on": DAY, "available_at": SEEN,
            "start_on": DAY, "end_on": DAY, "categories": ["特定对象调研"], "institution": "中信证券",
            "institution_name": "中信证券", "institution_type": "securities", "person": "张三",
            "company_id": "gssz0000001", "first_seen_at": SEEN,
        }  # fmt: skip


def test_a_visitor_of_no_known_institution_is_named_as_printed(connection: Connection) -> None:
    derived(connection, make(ActivityRecord), make(Participant, institution="某机构"))
    assert rows(connection, "select institution_name, institution_type from visit") == [("某机构", None)]


DAYS = (
    (("counted", "counted"), "counted"),
    (("counted", "walked"), "walked"),
    (("walked", "walked"), "walked"),
    (("counted", "open"), "open"),
    (("walked", "open"), "open"),
)


@pytest.mark.parametrize(("grades", "expected"), DAYS, ids=str)
def test_a_day_is_as_proved_as_its_weakest_partition(
    connection: Connection, grades: tuple[str, str], expected: str
) -> None:
    given = [
        make(
            ListingDay,
            partition=name,
            grade=grade,
            promised=n,
            listed=n,
            reason=f"why {n}" if grade == "open" else None,
        )
        for n, (name, grade) in enumerate(zip(("szse", "bj"), grades, strict=True), 1)
    ]
    derived(connection, *given, make(ListingDay, source="other", listed=9))
    assert rows(connection, "select grade, promised, listed, reason from completeness where source = 'cninfo'") == [
        (expected, 3, 3, "bj: why 2" if grades[1] == "open" else None)
    ]


def test_a_day_counts_the_files_of_all_its_partitions(connection: Connection) -> None:
    files = [make(AnnouncementDocument, announcement_id=f"cninfo-{n}", document_id=f"{n:064x}") for n in (1, 2)]
    days = [make(ListingDay), make(ListingDay, partition="sse")]
    derived(connection, *listed(1), *listed(2, partition="sse"), *files, *parsed(1), *days)
    assert rows(connection, "select fetched, parsed, refused from completeness") == [(2, 1, 0)]
