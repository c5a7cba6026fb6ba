"""What is still to do: which files to fetch, which documents to read, from which day to list."""

from __future__ import annotations

from datetime import timedelta

import duckdb
import pytest

from extractors.records import AnnouncementDocument, Document, ListingDay, ParseFailure
from tests.factory.rows import ADDRESS, DAY, SEEN, listed, make
from warehouse.load import load, replace_parsed
from warehouse.pending import Wanted, announcements_of, documents_to_parse, files_to_fetch, query, watermark

Connection = duckdb.DuckDBPyConnection


def test_what_is_listed_and_not_fetched_is_wanted_newest_first(connection: Connection) -> None:
    new = listed(2, disclosed_on=DAY + timedelta(days=1))
    fetched = (*listed(3), make(AnnouncementDocument, announcement_id="cninfo-3", address=f"{ADDRESS}?3"))
    load(connection, [*listed(1), *new, *fetched, *listed(4, address=None), *listed(5)], "run-1")
    connection.execute("update announcement set withdrawn_seen_at = now() where announcement_id = 'cninfo-5'")
    assert files_to_fetch(connection) == tuple(Wanted(f"cninfo-{n}", "cninfo", f"{ADDRESS}?{n}") for n in (2, 1))


def test_a_file_at_another_address_is_wanted_too(connection: Connection) -> None:
    moved = listed(1, source="other", address="https://moved")
    load(connection, [*listed(1), *moved, make(AnnouncementDocument, address=f"{ADDRESS}?1")], "run-1")
    assert files_to_fetch(connection) == (Wanted("cninfo-1", "other", "https://moved"),)


def test_documents_of_another_version_are_to_be_read(connection: Connection) -> None:
    load(connection, [make(Document, document_id=one) for one in "cab"], "run-1")
    replace_parsed(connection, ["a"], [], run_id="run-1", version="1")
    replace_parsed(connection, ["b"], [], run_id="run-1", version="2")
    found = {version: documents_to_parse(connection, version) for version in "123"}
    assert found == {"1": ("b", "c"), "2": ("a", "c"), "3": ("a", "b", "c")}


def test_documents_with_an_error_that_is_curable_now_are_to_be_read(connection: Connection) -> None:
    load(connection, [make(Document, document_id=one) for one in "ab"], "run-1")
    failures = [
        make(ParseFailure, document_id=one, error=error) for one, error in (("a", "NeedsOcr"), ("b", "Damaged"))
    ]
    replace_parsed(connection, ["a", "b"], failures, run_id="run-1", version="1")
    found = [documents_to_parse(connection, "1", curable) for curable in ((), ("NeedsOcr", "PagesUnread"))]
    assert found == [(), ("a",)]


def test_an_address_names_its_announcements(connection: Connection) -> None:
    same = [row for n in (2, 1) for row in listed(n, address=ADDRESS)]
    load(connection, [*same, *listed(3)], "run-1")
    assert announcements_of(connection, ADDRESS) == ("cninfo-1", "cninfo-2")


PROVED = {
    "no day": ("", None),
    "all proved": ("ccw", 2),
    "an open one between": ("coc", 0),
    "an open one last": ("cco", 1),
    "the first is open": ("occ", -1),
    "all are open": ("ooo", -1),
}


@pytest.mark.parametrize(("grades", "day"), PROVED.values(), ids=PROVED)
def test_the_watermark_is_the_last_day_before_the_first_open_one(
    connection: Connection, grades: str, day: int | None
) -> None:
    names = {"c": "counted", "w": "walked", "o": "open"}
    days = [
        make(ListingDay, day=DAY + timedelta(days=n), grade=names[grade], walked_at=SEEN)
        for n, grade in enumerate(grades)
    ]
    proved = [make(ListingDay, partition="sse", day=one.day) for one in days]
    load(connection, [*days, *proved, make(ListingDay, source="other", day=DAY + timedelta(days=99))], "run-1")
    assert watermark(connection, "cninfo") == (None if day is None else DAY + timedelta(days=day))


def test_a_query_is_the_text_of_its_file() -> None:
    assert query("watermark").startswith("-- The last day of a source")
