"""One company's part of a source: which partitions are asked with which field, and how their names are read back."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from extractors.errors import FilterIgnored
from extractors.listing import Request, Response, Source, Window
from extractors.sources import LISTS, SOURCES, of_company, part, partition_of
from extractors.walk import walk
from tests.exchange.cninfo import envelope, row

WINDOW = Window(start=date(2025, 3, 1), end=date(2026, 3, 8))
SEEN = datetime(2026, 3, 11, tzinfo=UTC)
PARTS = {
    ("cninfo", "300418"): ["szse~300418,org"],
    ("irm", "300418"): ["szse~300418"],
    ("sse", "600519"): ["600519-65"],
    ("cninfo", "600519"): ["sse~600519,org"],
    ("cninfo_fulltext", "600519"): [f"{name}~600519,org" for name in ("sse_activity", "sse_survey", "sse_briefing")],
    ("cninfo_fulltext", "920001"): ["bj~920001,org"],
    ("cninfo", "920001"): ["bj~920001,org"],
    ("bse", "920001"): ["keyword~920001"],
    ("irm", "600519"): [],
    ("bse", "300418"): [],
    ("sse", "300418"): [],
}


@pytest.mark.parametrize(("asked", "names"), PARTS.items())
def test_a_company_is_asked_of_the_partitions_of_its_exchange(asked: tuple[str, str], names: list[str]) -> None:
    source, code = asked
    found = of_company(source, code, "org", "65")
    assert [one.name for one in found] == names
    assert [partition_of(source, one.name) for one in found] == list(found), "read back from the archive"


@pytest.mark.parametrize(("source", "code"), [("cninfo", "300418"), ("cninfo_fulltext", "920001"), ("sse", "600519")])
def test_without_what_names_it_there_a_company_cannot_be_asked_for(source: str, code: str) -> None:
    assert of_company(source, code, None, None) == ()


def test_every_list_of_an_exchange_can_be_asked_by_company() -> None:
    codes = {"SZSE": "300418", "SSE": "600519", "BSE": "920001"}
    assert set(codes) == set(LISTS)
    assert all(
        of_company(source, codes[exchange], "org", "65") for exchange, names in LISTS.items() for source in names
    )


def fields(source: Source, request: Request) -> dict[str, object]:
    """The fields that a request carries, whether in its body or its query."""
    return {**parse_qs(urlsplit(request.address).query), **(request.form or {})}


FIELDS = {
    ("cninfo", "300418"): {"stock": "300418,org", "column": "szse"},
    ("irm", "300418"): {"stockCodes": ["300418"]},
    ("cninfo_fulltext", "920001"): {"stock": "920001,org", "searchkey": "投资者关系活动"},
    ("bse", "920001"): {"companyCd": "920001", "keyword": "投资者关系活动"},
}


@pytest.mark.parametrize(("asked", "wanted"), FIELDS.items())
def test_the_request_names_the_company(asked: tuple[str, str], wanted: dict[str, object]) -> None:
    source, code = SOURCES[asked[0]], asked[1]
    found = fields(source, source.request(of_company(source.name, code, "org", None)[0], WINDOW, 1))
    assert {name: found[name] for name in wanted} == wanted


def answered(*rows: dict[str, object]) -> Response:
    """Cninfo's answer of these rows."""
    content = json.dumps(envelope(rows, len(rows))).encode()
    return Response(status=200, headers={}, final_address="", content=content, fetched_at=SEEN)


def test_rows_are_sightings_of_the_whole_partition_and_no_day_is_proved() -> None:
    partition = of_company("cninfo", "300418", "org", None)[0]
    listed = row(1, "2026-03-03", secCode="300418")
    done = walk(SOURCES["cninfo"], partition, WINDOW, lambda request, page: answered(listed))
    assert ([one.sighting.partition for one in done.rows], done.days, done.error) == (["szse"], (), None)


def test_an_ignored_filter_is_an_error() -> None:
    partition = of_company("cninfo", "300418", "org", None)[0]
    done = walk(SOURCES["cninfo"], partition, WINDOW, lambda request, page: answered(row(1, "2026-03-03")))
    assert isinstance(done.error, FilterIgnored)
    assert done.rows == ()


def test_beijings_rows_may_carry_an_old_code() -> None:
    partition = of_company("cninfo_fulltext", "920001", "org", None)[0]
    listed = row(1, "2026-03-03", secCode="830001", board="BJS", announcementTitle="投资者关系活动记录表")
    done = walk(SOURCES["cninfo_fulltext"], partition, WINDOW, lambda request, page: answered(listed))
    assert ([one.announcement.security_code for one in done.rows], done.error) == (["830001"], None)
    assert part.MARK in partition.name
