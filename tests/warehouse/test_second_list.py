"""What a second list and a vendor say beside what is here, by meeting and by day and exchange."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import duckdb
import pytest

from extractors.facts import Survey
from extractors.records import ActivityRecord, AnnouncementDocument, ListingDay, Participant
from tests.factory.rows import DAY, HOUR, SEEN, listed, make, parsed
from warehouse.load import derive, load

Connection = duckdb.DuckDBPyConnection
NEXT = DAY + timedelta(days=1)
READ = make(ListingDay, source="eastmoney", partition="activities", promised=None, grade="counted")


def derived(connection: Connection, *records: object) -> None:
    load(connection, records, "run-1")
    derive(connection, "run-1")


def rows(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query).fetchall()


def met(number: int, code: str, **changes: object) -> list[object]:
    """A meeting that is told here, with two institutions."""
    document = {"document_id": f"{number:064x}", "record_id": f"{number:016x}-1", "security_code": code}
    visitors = [
        make(Participant, record_id=document["record_id"], ordinal=n, entry=n, institution=f"虚构基金{n}")
        for n in (1, 2)
    ]
    file = make(AnnouncementDocument, announcement_id=f"cninfo-{number}", document_id=document["document_id"])
    return [*listed(number, security_code=code), file, *parsed(number, **{**document, **changes}), *visitors]


def survey(code: str, count: int | None, **changes: object) -> Survey:
    own = {"survey_id": f"{code}-{count}", "security_code": code, "institution_count": count, **changes}
    return make(Survey, **own)


FINDINGS: dict[str, tuple[list[object], list[tuple[Any, ...]]]] = {
    "both say the same": ([*met(1, "000001"), survey("000001", 2)], [("000001", "agree", 2, 2)]),
    "another count": ([*met(1, "000001"), survey("000001", 3)], [("000001", "other count", 2, 3)]),
    "nobody named here": (
        [row for row in met(1, "000001") if not isinstance(row, Participant)] + [survey("000001", 3)],
        [("000001", "agree", 0, 3)],
    ),
    "the vendor alone": ([survey("000002", 5)], [("000002", "vendor alone", None, 5)]),
    "here alone": (met(1, "000001"), [("000001", "here alone", 2, None)]),
    "another day": (
        [*met(1, "000001"), survey("000001", 2, start_on=NEXT)],
        [("000001", "here alone", 2, None), ("000001", "vendor alone", None, 2)],
    ),
    "institutions one by one": (
        [*met(1, "000001"), *(survey("000001", None, survey_id=name, institution=name) for name in "甲乙")],
        [("000001", "agree", 2, 2)],
    ),
}


@pytest.mark.parametrize(("given", "expected"), FINDINGS.values(), ids=FINDINGS)
def test_meetings_are_held_against_the_vendor_s(
    connection: Connection, given: list[object], expected: list[tuple[Any, ...]]
) -> None:
    derived(connection, READ, *given)
    query = "select security_code, finding, institutions, vendor_institutions from reconciliation order by all"
    assert rows(connection, query) == expected


def test_days_that_the_vendor_s_report_was_not_read_for_say_nothing(connection: Connection) -> None:
    derived(connection, *met(1, "000001"), make(ListingDay, source="eastmoney", partition="activities", grade="open"))
    assert rows(connection, "from reconciliation") == []


def test_a_row_that_a_later_reading_of_its_day_lacks_no_longer_counts(connection: Connection) -> None:
    later = make(ListingDay, source="eastmoney", partition="activities", promised=1, walked_at=SEEN + HOUR)
    derived(connection, later, survey("000002", 5), survey("000002", 6, last_seen_at=SEEN + HOUR))
    assert rows(connection, "select vendor_institutions from reconciliation") == [(6,)]


def day(source: str, partition: str, grade: str = "counted", reason: str | None = None) -> ListingDay:
    return make(ListingDay, source=source, partition=partition, grade=grade, promised=1, listed=1, reason=reason)


def test_a_day_of_an_exchange_tells_what_each_list_has(connection: Connection) -> None:
    seen_by_both = listed(1, source="irm")[1]
    second_alone = listed(3, source="irm")
    derived(
        connection, day("cninfo", "szse"), day("irm", "szse"), READ, survey("000009", 1),
        *met(1, "000001"), seen_by_both, *listed(2), *second_alone,
    )  # fmt: skip
    found = rows(connection, "select * exclude (day, reason) from completeness_by_exchange where exchange = 'SZSE'")
    assert found == [("SZSE", "counted", "counted", 3, 1, 1, 1, 1, 1, 0, 0)]


GRADES = {
    "both proved": ([day("sse", "feed", "walked"), day("cninfo", "sse")], ("walked", "counted", None)),
    "the first open": (
        [day("sse", "feed", "open", "blocked"), day("cninfo", "sse")], ("open", "counted", "sse/feed: blocked"),
    ),
    "the second open": (
        [day("sse", "feed", "walked"), day("cninfo", "sse", "open", "504")], ("walked", "open", "cninfo/sse: 504"),
    ),
    "the second alone listed": ([day("cninfo", "sse")], ("open", "counted", None)),
    "the first alone listed": ([day("sse", "feed", "walked")], ("walked", None, None)),
}  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), GRADES.values(), ids=GRADES)
def test_a_day_is_as_proved_as_the_exchange_s_first_list(
    connection: Connection, given: list[object], expected: tuple[str, str | None, str | None]
) -> None:
    derived(connection, *given)
    query = "select grade, second_grade, reason from completeness_by_exchange where exchange = 'SSE'"
    assert rows(connection, query) == [expected]


def test_every_partition_of_a_source_has_its_rule(connection: Connection) -> None:
    from extractors.sources import SOURCES

    expected = {(name, part.name) for name, source in SOURCES.items() for part in source.partitions}
    assert set(rows(connection, "select source, partition from listing_rule")) == expected
    roles = rows(connection, "select exchange, count(*) filter (where role = 'first') from listing_rule group by all")
    assert dict(roles) == {"SZSE": 1, "SSE": 1, "BSE": 1}


def test_an_agreement_needs_a_record(connection: Connection) -> None:
    derived(connection, READ, make(ActivityRecord), survey("000001", 1))
    assert rows(connection, "select finding from reconciliation") == [("vendor alone",)]
