"""The ways in which a listing lies that an analyst would never see, one test each: recovered, or failed by name."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urlencode

import pytest

from extractors.fetch import Door, Limits
from extractors.listing import Request, Response, Window
from extractors.sources import cninfo, cninfo_fulltext
from extractors.walk import walk
from tests.exchange import faults, twists
from tests.exchange.cases import CASES, COUNT, DAY, fill, outcome, walked
from tests.exchange.cninfo import notice, row
from tests.exchange.server import Answer, Asked, Exchange, json_answer

_BUSY = 6_537  # rows of one day, 218 pages


def _crowd(exchange: Exchange, day: date = DAY, count: int = _BUSY) -> None:
    exchange.rows += [row(key, f"{day}", clock="00:00:00") for key in range(1, count + 1)]


def test_a_day_of_6537_rows_is_refused_by_its_size_and_its_neighbours_are_proved(exchange: Exchange) -> None:
    _crowd(exchange)
    exchange.rows += [row(7_000, f"{DAY - timedelta(days=1)}"), row(7_001, f"{DAY + timedelta(days=1)}")]
    found = walked(exchange, CASES["cninfo"], Window(start=DAY - timedelta(days=1), end=DAY + timedelta(days=1)))
    assert type(found.error).__name__ == "PartitionTooLarge"
    assert "218 pages" in str(found.error)
    assert [(day.grade, day.listed) for day in found.days] == [("counted", 1), ("open", 0), ("counted", 1)]
    assert len(exchange.asked) <= 8  # nothing is walked that cannot be proved


def test_a_day_of_6537_rows_is_proved_where_pages_behind_the_hundredth_are_known_to_go_on(exchange: Exchange) -> None:
    """The limit is one figure of the source, so that the first live answer can lift it."""
    _crowd(exchange)
    case = replace(CASES["cninfo"], source=replace(cninfo.SOURCE, page_limit=300))
    found = walked(exchange, case)
    assert (found.error, len({one.sighting.source_key for one in found.rows})) == (None, _BUSY)
    assert [(day.grade, day.promised, day.listed) for day in found.days] == [("counted", _BUSY, _BUSY)]


def test_page_101_that_replays_page_1_is_seen_even_without_a_limit(exchange: Exchange) -> None:
    _crowd(exchange, count=3_050)
    exchange.twists.append(twists.repeating(101, 30))
    case = replace(CASES["cninfo"], source=replace(cninfo.SOURCE, page_limit=300))
    assert outcome(walked(exchange, case)) == ("PageRepeated", 0)


@pytest.mark.parametrize("pages", [2, 0], ids=["one short", "none"])
def test_totalpages_that_lie_change_nothing(exchange: Exchange, pages: int) -> None:
    fill(exchange, CASES["cninfo"])
    exchange.faults.append(_claiming(totalpages=pages, hasMore=False))
    assert outcome(walked(exchange, CASES["cninfo"])) == ("complete", COUNT)


def _claiming(**fields: object) -> faults.Fault:
    def fault(asked: Asked, before: int, honest: Answer) -> Answer:
        return json_answer(json.loads(honest.content) | fields)

    return fault


def test_fields_in_the_query_string_give_the_whole_market_and_are_seen(exchange: Exchange) -> None:
    """The request as a well-known library once sent it: what comes is refused, not loaded."""
    exchange.rows = [row(1, f"{DAY}"), row(2, "2020-01-02")]
    door = Door(host_map=exchange.host_map, limits=Limits(pace=0), sleep=lambda _: None)

    def fetch(request: Request, page: int) -> Response:
        return door.ask(replace(request, address=f"{request.address}?{urlencode(request.form or {})}", form={}))

    found = walk(cninfo.SOURCE, cninfo.SOURCE.partitions[0], Window(start=DAY, end=DAY), fetch)
    assert type(found.error).__name__ == "FilterIgnored"
    assert {day.grade for day in found.days} == {"open"}


def test_a_row_inserted_at_the_head_on_every_page_is_recovered_when_the_list_rests(exchange: Exchange) -> None:
    rows = fill(exchange, CASES["cninfo"])
    late = [row(900 + number, f"{DAY}", clock="23:59:00") for number in range(4)]

    def insert(before: int, shown: twists.Shown) -> twists.Shown:
        if late and shown.page > 1:
            rows.append(late.pop())
        return shown

    exchange.twists.append(insert)
    assert outcome(walked(exchange, CASES["cninfo"])) == ("complete", COUNT + 4)


def test_a_list_whose_head_never_rests_is_refused(exchange: Exchange) -> None:
    rows = fill(exchange, CASES["cninfo"])

    def insert(before: int, shown: twists.Shown) -> twists.Shown:
        rows.append(row(1_000 + len(rows), f"{DAY}", clock="23:59:00"))
        return shown

    exchange.twists.append(insert)
    assert outcome(walked(exchange, CASES["cninfo"])) == ("CountMismatch", 0)
    assert len(exchange.asked) <= 3 * 5  # three walks, no more


@pytest.mark.parametrize(
    ("times", "expected"), [(1, ("complete", COUNT)), (2, ("complete", COUNT)), (None, ("MiddlePageEmpty", 0))]
)
def test_a_middle_page_that_is_empty_once_twice_and_for_ever(
    exchange: Exchange, times: int | None, expected: tuple[str, int]
) -> None:
    fill(exchange, CASES["cninfo"])
    exchange.faults.append(faults.empty_page(2, times))
    assert outcome(walked(exchange, CASES["cninfo"])) == expected


@pytest.mark.parametrize(
    ("count", "page", "expected"),
    [(0, 1, ("complete", 0)), (65, 1, ("CountMismatch", 0)), (65, 2, ("MiddlePageEmpty", 0))],
)
def test_announcements_that_are_null(exchange: Exchange, count: int, page: int, expected: tuple[str, int]) -> None:
    """Null beside a total of 0 is an empty day; beside any other it is none."""
    fill(exchange, CASES["cninfo"], count)
    exchange.faults.append(faults.on_page(page, lambda body: body | {"announcements": None}))
    assert outcome(walked(exchange, CASES["cninfo"])) == expected


def test_rows_that_stand_on_two_pages_are_listed_once_and_the_lost_one_is_missed(exchange: Exchange) -> None:
    """Ties of 00:00:00 at the border of two pages: the total tells that one is missing, for ever or once."""
    fill(exchange, CASES["cninfo"])

    def twist(times: int | None) -> twists.Twist:
        def shown_twice(before: int, shown: twists.Shown) -> twists.Shown:
            if shown.page != 2 or (times is not None and before >= times):
                return shown
            return replace(shown, rows=[shown.found[29], *shown.rows[1:]])

        return shown_twice

    exchange.twists[:] = [twist(1)]
    assert outcome(walked(exchange, CASES["cninfo"])) == ("complete", COUNT)
    exchange.twists[:] = [twist(None)]
    assert outcome(walked(exchange, CASES["cninfo"])) == ("CountMismatch", 0)


def test_a_row_that_a_page_shows_twice_is_one(exchange: Exchange) -> None:
    fill(exchange, CASES["cninfo"])
    exchange.twists.append(lambda before, shown: replace(shown, rows=[*shown.rows, shown.rows[0]]))
    found = walked(exchange, CASES["cninfo"])
    assert (found.error, len(found.rows)) == (None, COUNT)


def test_tomorrow_s_rows_come_with_today_s_run_and_count_under_tomorrow(exchange: Exchange) -> None:
    """Filed after hours: the stamp is tomorrow's midnight, and so is the path."""
    tomorrow = DAY + timedelta(days=1)
    exchange.rows = [row(1, f"{DAY}"), row(2, f"{tomorrow}", clock="00:00:00")]
    found = walked(exchange, CASES["cninfo"], Window(start=DAY, end=tomorrow))
    assert (found.error, [day.listed for day in found.days]) == (None, [1, 1])
    late = next(one.announcement for one in found.rows if one.announcement.disclosed_on == tomorrow)
    assert late.disclosed_at is None


def test_the_full_text_s_6537_rows_do_not_hide_beijing_s_records(exchange: Exchange) -> None:
    exchange.rows = [notice(key, f"{DAY}", "年度报告") for key in range(_BUSY)]
    exchange.rows += [notice(7_000 + key, f"{DAY}") for key in range(35)]
    case = replace(CASES["cninfo_fulltext"], partition=cninfo_fulltext.SOURCE.partitions[0])
    assert outcome(walked(exchange, case)) == ("complete", 35)
