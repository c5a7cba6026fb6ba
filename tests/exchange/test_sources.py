"""Every source over real sockets, as it behaves: what is listed, on which day, asked in which way."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from extractors.listing import Window
from extractors.sources import cninfo_fulltext, sse
from tests.exchange.cases import CASES, COUNT, COUNTED, DAY, Case, fill, outcome, post_of, walked
from tests.exchange.cninfo import row
from tests.exchange.irm import irm_row
from tests.exchange.server import CHINA, Exchange, Row
from tests.exchange.sns import post


@pytest.mark.parametrize("name", CASES)
def test_a_source_that_behaves_is_proved(exchange: Exchange, name: str) -> None:
    fill(exchange, CASES[name])
    found = walked(exchange, CASES[name])
    assert outcome(found) == ("complete", COUNT)
    assert {day.grade for day in found.days} == {"walked" if CASES[name].source.is_feed else "counted"}
    told = found.facts if name == "eastmoney" else found.rows
    assert len(told) == COUNT


@pytest.mark.parametrize("name", CASES)
def test_a_day_without_rows_is_proved(exchange: Exchange, name: str) -> None:
    assert outcome(walked(exchange, CASES[name])) == ("complete", 0)


@pytest.mark.parametrize("name", COUNTED)
def test_a_row_of_tomorrow_is_taken_with_the_window_to_tomorrow(exchange: Exchange, name: str) -> None:
    case = CASES[name]
    fill(exchange, case, 2)
    fill(exchange, case, 3, DAY + timedelta(days=1))
    found = walked(exchange, case, Window(start=DAY, end=DAY + timedelta(days=1)))
    assert (found.error, [day.listed for day in found.days]) == (None, [2, 3])


def test_a_file_under_tomorrow_s_path_counts_under_tomorrow(exchange: Exchange) -> None:
    case = CASES["cninfo"]
    exchange.rows = [row(1, f"{DAY}", clock="23:50:00", adjunctUrl="finalpage/2026-03-04/1225000001.PDF")]
    found = walked(exchange, case, Window(start=DAY, end=DAY + timedelta(days=1)))
    assert (found.error, [day.listed for day in found.days]) == (None, [0, 1])


@pytest.mark.parametrize("name", [name for name in COUNTED if name != "eastmoney"])
def test_days_beyond_ninety_pages_are_halved_and_a_day_beyond_fails(exchange: Exchange, name: str) -> None:
    case = CASES[name]
    tight = replace(case, source=replace(case.source, page_limit=3))
    days = [DAY + timedelta(days=number) for number in range(4)]
    for number, day in enumerate(days):
        exchange.listed[case.dialect] += [case.make(number * 100 + key, day) for key in range(1, 41)]
    whole = walked(exchange, tight, Window(start=days[0], end=days[-1]))
    assert (whole.error, [day.listed for day in whole.days]) == (None, [40] * 4)
    exchange.listed[case.dialect] += [case.make(900 + key, days[2]) for key in range(1, 61)]
    part = walked(exchange, tight, Window(start=days[0], end=days[-1]))
    assert type(part.error).__name__ == "PartitionTooLarge"
    assert [day.grade for day in part.days] == ["counted", "counted", "open", "counted"]


def test_beijing_s_cookie_is_brought_once(exchange: Exchange) -> None:
    fill(exchange, CASES["bse"])
    walked(exchange, CASES["bse"])
    refused = [asked for asked in exchange.asked if "cookie" not in asked.headers]
    assert len(refused) == 1
    assert all(asked.method == "POST" and asked.fields["keyword"] for asked in exchange.asked)


def test_surveys_are_asked_a_day_at_a_time(exchange: Exchange) -> None:
    case = CASES["eastmoney"]
    fill(exchange, case, 3)
    fill(exchange, case, 2, DAY + timedelta(days=2))
    found = walked(exchange, case, Window(start=DAY, end=DAY + timedelta(days=2)))
    assert (found.error, len(found.facts), [day.listed for day in found.days]) == (None, 5, [3, 0, 2])


@pytest.mark.parametrize("ago", [0, 20, 59 * 60, 3 * 3600, 30 * 3600, 80 * 3600, 200 * 24 * 3600, 500 * 24 * 3600])
def test_apost_of_has_its_time_however_it_is_printed(exchange: Exchange, ago: int) -> None:
    at = datetime.now(CHINA) - timedelta(seconds=ago)
    exchange.listed["sse"].append(post(900_001, at))
    found = walked(exchange, CASES["sse"], Window(start=at.date() - timedelta(days=1), end=at.date()))
    told = [one.announcement for one in found.rows]
    assert (found.error, len(told)) == (None, 1)
    printed_to = timedelta(hours=1) if 3600 <= ago < 86400 else timedelta(minutes=2)
    assert told[0].disclosed_at
    assert abs(told[0].disclosed_at - at) <= printed_to


def test_a_company_s_own_feed_ends_where_it_ends(exchange: Exchange) -> None:
    at = datetime(2026, 3, 3, 10, tzinfo=CHINA)
    exchange.listed["sse"] += [
        post(700 + number, at, code="603998" if number % 2 else "603999") for number in range(50)
    ]
    own = Case(sse.SOURCE, sse.company("603998", "603998"), "sse", 30, post_of)
    found = walked(exchange, own, Window(start=DAY, end=DAY))
    assert (found.error, {one.announcement.security_code for one in found.rows}) == (None, {"603998"})
    assert [(day.grade, day.listed) for day in found.days] == [("walked", 25)]


def test_a_feed_that_shows_too_little_proves_its_later_days(exchange: Exchange) -> None:
    exchange.listed["sse"] = [post_of(key, DAY + timedelta(days=key // 20)) for key in range(80)]
    found = walked(exchange, CASES["sse"], Window(start=DAY - timedelta(days=2), end=DAY + timedelta(days=3)))
    assert type(found.error).__name__ == "FeedEnded"
    assert [(day.grade, day.listed) for day in found.days] == [
        ("open", 0), ("open", 0), ("open", 20), ("walked", 20), ("walked", 20), ("walked", 20),
    ]  # fmt: skip


def recorded(shared: Path, pattern: str) -> list[Row]:
    """Rows that cninfo answered, each once: some came again in a later day's capture."""
    files = sorted((shared / "contracts/recorded").glob(pattern))
    rows = [one["raw"] for file in files for one in json.loads(file.read_text("utf-8"))["items"]]
    return list({one["announcementId"]: one for one in rows}.values())


def test_recorded_days_are_proved_through_the_local_exchange(shared: Path, exchange: Exchange) -> None:
    relation, fulltext = recorded(shared, "*_relation.json"), recorded(shared, "*_fulltext.json")
    exchange.rows = relation + fulltext
    exchange.listed["irm"] = [irm_row(one) for one in relation]
    march = Window(start=date(2026, 3, 1), end=date(2026, 3, 15))
    both = [walked(exchange, CASES[name], march) for name in ("cninfo", "irm")]
    assert [(one.error, len(one.rows)) for one in both] == [(None, 174)] * 2
    at = both[0].days[0].walked_at
    one, other = ({replace(row.announcement, first_seen_at=at) for row in found.rows} for found in both)
    assert one == other
    found = [
        walked(exchange, replace(CASES["cninfo_fulltext"], partition=one), march)
        for one in cninfo_fulltext.SOURCE.partitions
    ]
    assert [(one.error, len(one.rows)) for one in found] == [(None, 9), (None, 2), (None, 0), (None, 0)]
