"""What a backfill lists, in which order, and what it costs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from extractors.sources import SOURCES
from flows.plan import Span, costs, months, spans

LAST = date(2026, 3, 2)


def told(planned: tuple[Span, ...]) -> list[str]:
    return [f"{one.source} {one.start:%m-%d}~{one.end:%m-%d}{' by company' * one.is_by_company}" for one in planned]


def test_days_are_listed_newest_first_month_by_month_and_source_by_source() -> None:
    planned = spans(("cninfo", "irm"), LAST - timedelta(days=3), LAST, {})
    assert told(planned) == [
        "cninfo 03-02~03-02", "cninfo 03-01~03-01", "irm 03-02~03-02", "irm 03-01~03-01",
        "cninfo 02-28~02-28", "cninfo 02-27~02-27", "irm 02-28~02-28", "irm 02-27~02-27",
    ]  # fmt: skip
    assert [len(month) for month in months(planned)] == [4, 4]


def test_days_that_are_proved_are_left_out() -> None:
    proved = {"cninfo": {LAST, LAST - timedelta(days=1)}}
    assert told(spans(("cninfo",), LAST - timedelta(days=2), LAST, proved)) == ["cninfo 02-28~02-28"]


def test_a_feed_is_read_down_once_and_what_is_older_company_by_company() -> None:
    start = LAST - timedelta(days=60)
    assert told(spans(("sse",), start, LAST, {})) == ["sse 02-01~03-02", "sse 01-01~01-31 by company"]
    assert told(spans(("sse",), LAST, LAST, {})) == ["sse 03-02~03-02"]
    recent = {LAST - timedelta(days=i) for i in range(30)}
    assert told(spans(("sse",), start, LAST, {"sse": recent})) == ["sse 01-01~01-31 by company"]


def test_companies_come_last_of_all() -> None:
    planned = spans(tuple(SOURCES), date(2026, 1, 1), LAST, {})
    assert [span.is_by_company for span in planned] == [False] * (len(planned) - 1) + [True]


@pytest.mark.parametrize(
    ("source", "days", "requests", "files"),
    [("cninfo", 7, 7 * 3 + 7, 225), ("irm", 7, 7 + 7, 0), ("bse", 7, 7, 15), ("sse", 7, 1 + 1, 50)],
)
def test_a_week_costs_a_request_a_partition_and_day_the_further_pages_and_the_files(
    source: str, days: int, requests: int, files: int
) -> None:
    (cost,) = costs(spans((source,), LAST - timedelta(days=6), LAST, {}))
    assert (cost.days, cost.requests, cost.files) == (days, requests, files)
    assert cost.hours == pytest.approx((requests + files) * 1.15 / 3600)


def test_nothing_to_list_costs_nothing() -> None:
    assert costs(()) == ()
    assert list(months(())) == []
