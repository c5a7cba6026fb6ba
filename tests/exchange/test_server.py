"""The local exchange speaks the recorded contract: the same fields, the same lies."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import requests

from tests.exchange.server import PAGE, Exchange, envelope, path_of, row

QUERY = "/new/hisAnnouncement/query"


def ask(exchange: Exchange, page: int, **fields: str) -> dict[str, object]:
    form = {"pageNum": str(page), "column": "szse", "seDate": "2026-03-02~2026-03-03", **fields}
    return dict(requests.post(exchange.address + QUERY, data=form, timeout=5).json())


def test_its_rows_have_the_fields_of_a_recorded_one(shared: Path) -> None:
    recorded = json.loads((shared / "contracts/recorded/2026-03-03_cninfo_relation.json").read_text("utf-8"))
    assert set(row(1, "2026-03-03")) == set(recorded["items"][0]["raw"])


def test_its_envelope_has_the_fields_of_the_recorded_one(shared: Path) -> None:
    recorded = json.loads(
        (shared / "contracts/examples/cninfo_hisAnnouncement_relation.recorded.json").read_text("utf-8")
    )
    assert set(recorded) <= set(envelope([], 0))


def test_pages_come_from_the_count_and_past_the_last_page_one_comes_again(exchange: Exchange) -> None:
    exchange.rows = [row(key, "2026-03-02") for key in range(PAGE + 5)]
    first, second, third = (ask(exchange, page) for page in (1, 2, 3))
    sizes = [len(list(page["announcements"] or ())) for page in (first, second)]  # type: ignore[call-overload]
    assert (first["totalAnnouncement"], first["totalpages"], sizes) == (PAGE + 5, 1, [PAGE, 5])
    assert third["announcements"] == first["announcements"]
    assert third["hasMore"] is True


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, 2),
        ({"seDate": "2026-03-03~2026-03-03"}, 1),
        ({"column": "sse"}, 1),
        ({"column": "bj"}, 0),
    ],
    ids=["window", "one day", "another partition", "an empty partition"],
)
def test_it_filters(exchange: Exchange, fields: dict[str, str], expected: int) -> None:
    exchange.rows = [
        row(1, "2026-03-02"),
        row(2, "2026-03-03"),
        row(3, "2026-03-03", board="SHZB"),
        row(4, "2026-03-09"),
    ]
    answer = ask(exchange, 1, **fields)
    assert answer["totalAnnouncement"] == expected
    assert (answer["announcements"] is None) == (expected == 0)


def test_fields_in_the_query_string_are_ignored(exchange: Exchange) -> None:
    exchange.rows = [row(1, "2026-03-02"), row(2, "2020-01-01")]
    answer = requests.post(exchange.address + QUERY, params={"seDate": "2026-03-02~2026-03-02"}, timeout=5).json()
    assert answer["totalAnnouncement"] == 2


def test_downloads_with_the_headers_of_a_listing_are_refused(exchange: Exchange) -> None:
    exchange.rows = [row(1, "2026-03-02")]
    path = path_of(exchange.rows[0])
    exchange.files[path] = b"%PDF-"
    plain = requests.get(exchange.address + path, timeout=5)
    dressed = requests.get(exchange.address + path, headers={"X-Requested-With": "XMLHttpRequest"}, timeout=5)
    assert (plain.status_code, plain.content, dressed.status_code) == (200, b"%PDF-", 404)
