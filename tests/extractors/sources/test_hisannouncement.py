"""What cninfo's two tabs share: request, envelope, and a row as a sighting of either."""

import json
from datetime import UTC, date, datetime

import pytest

from extractors.listing import Partition, Window
from extractors.sources.hisannouncement import BOARDS, EXCHANGES, day_of, entry, envelope, joint, request
from tests.exchange.cninfo import row

WINDOW = Window(start=date(2026, 3, 1), end=date(2026, 3, 8))
SEEN = datetime(2026, 3, 11, tzinfo=UTC)


def test_a_partition_may_name_any_field() -> None:
    fields = {"column": "bj", "plate": "bj", "tabName": "fulltext", "searchkey": "调研"}
    form = request(Partition(name="bj", fields=fields), WINDOW, 2).form or {}
    assert {name: form[name] for name in fields} == fields
    assert (form["pageNum"], form["seDate"], form["category"]) == ("2", "2026-03-01~2026-03-08", "")


@pytest.mark.parametrize(("rows", "count"), [(None, 0), ([], 0), ([{"a": 1}], 1)])
def test_the_total_is_the_one_that_counts(rows: object, count: int) -> None:
    body = {"totalAnnouncement": 75, "totalRecordNum": None, "totalpages": 2, "hasMore": True, "announcements": rows}
    total, found = envelope(json.dumps(body).encode())
    assert (total, len(found)) == (75, count)


@pytest.mark.parametrize("source", ["cninfo", "cninfo_fulltext"])
def test_a_row_is_the_same_announcement_in_either_tab(source: str) -> None:
    made = entry(source, row(1, "2026-03-03"), SEEN, Partition(name="szse", fields={})).row
    assert (made.sighting.source, made.announcement.announcement_id) == (source, "cninfo-1225000001")


@pytest.mark.parametrize(
    ("codes", "exchange", "code", "found"),
    [
        ("000999,600999", None, "000999", "SZSE"),
        ("000999,600999", "SSE", "600999", "SSE"),
        ("600999, 000999", "SSE", "600999", "SSE"),
        ("000999,300999", "SSE", "000999", "SZSE"),
    ],
)
def test_a_joint_filing_is_taken_under_the_code_that_was_asked_for(
    codes: str, exchange: str | None, code: str, found: str
) -> None:
    partition = Partition(name="sse", fields={}, exchange=exchange)
    made = entry("cninfo", row(1, "2026-03-03", secCode=codes), SEEN, partition).row
    assert (made.announcement.security_code, made.announcement.exchange) == (code, found)
    assert joint([row(1, "2026-03-03", secCode=codes)]) == (f"joint filing: {codes}",)


@pytest.mark.parametrize(
    ("path", "day"), [("finalpage/2026-03-06/1.PDF", date(2026, 3, 6)), ("other/1.PDF", None), ("", None)]
)
def test_a_path_may_carry_the_day(path: str, day: date | None) -> None:
    assert day_of(path) == day


def test_boards_belong_to_exchanges() -> None:
    assert {board[:2] for board in BOARDS} == set(EXCHANGES)
