"""The walk: every way in which a listing breaks its promise, and what the walk makes of it."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from extractors.errors import (
    BadStatus,
    ContractBroken,
    CountMismatch,
    FilterIgnored,
    HostResting,
    MiddlePageEmpty,
    NoResponse,
    PageRepeated,
    PartitionTooLarge,
)
from extractors.listing import Other, Request, Response, Source, Window
from extractors.walk import Walk, walk
from tests.factory.listing import DAY, PARTITION, START, Exchange, row, rows, source, window


def walked(exchange: Exchange, asked: Window | None = None, page_limit: int = 90) -> Walk:
    """A walk over the exchange's listing."""
    return walk(source(exchange.page_size, page_limit), PARTITION, asked or window(), exchange.fetch)


def keys(found: Walk) -> list[str]:
    """The keys of the rows found, in order."""
    return [one.sighting.source_key for one in found.rows]


@pytest.mark.parametrize(
    ("count", "pages"),
    [(0, [1]), (1, [1]), (3, [1]), (4, [1, 2, 1]), (6, [1, 2, 1]), (7, [1, 2, 3, 1])],
)
def test_pages_come_from_the_count_and_page_one_is_read_again(count: int, pages: list[int]) -> None:
    exchange = Exchange(rows(count))
    found = walked(exchange)
    assert exchange.asked == pages
    assert keys(found) == [str(key) for key in range(1, count + 1)]
    assert found.error is None
    assert [(day.grade, day.promised, day.listed, day.reason) for day in found.days] == [
        ("counted", count, count, None)
    ]


@pytest.mark.parametrize("empty", [None, []], ids=["null", "empty list"])
def test_no_rows_are_no_rows_however_they_are_written(empty: object) -> None:
    exchange = Exchange([])
    found = walk(source(), PARTITION, window(), lambda *_: exchange.answer({"total": 0, "rows": empty}))
    assert (found.rows, found.error) == ((), None)
    assert [day.grade for day in found.days] == ["counted"]


def test_rows_of_several_days_count_under_their_own_day() -> None:
    exchange = Exchange([row(1, DAY + timedelta(1)), row(2), row(3), row(4, DAY - timedelta(1))])
    found = walked(exchange, window(DAY, DAY + timedelta(1)))
    assert [(day.day, day.promised, day.listed) for day in found.days] == [(DAY, 4, 2), (DAY + timedelta(1), 4, 1)]


def test_the_walk_s_instant_is_that_of_its_first_answer() -> None:
    exchange = Exchange(rows(7))
    found = walked(exchange)
    assert found.days[0].walked_at == START + timedelta(hours=1)
    assert min(one.sighting.last_seen_at for one in found.rows) >= found.days[0].walked_at


def test_a_row_that_comes_twice_is_listed_once() -> None:
    exchange = Exchange([*rows(3), row(3), row(4)])
    exchange.total = 4
    found = walked(exchange)
    assert (keys(found), found.error) == (["1", "2", "3", "4"], None)


def test_what_pages_note_is_kept_once() -> None:
    exchange = Exchange([])
    body = {"total": 1, "rows": [row(1)], "notes": ["joint filing", "joint filing"]}
    found = walk(source(), PARTITION, window(), lambda *_: exchange.answer(body))
    assert found.notes == ("joint filing",)


def failed(found: Walk) -> tuple[type | None, list[str], bool]:
    """What failed, the grades of the days, and whether each says why."""
    kind = type(found.error) if found.error else None
    return kind, [day.grade for day in found.days], all(day.reason for day in found.days)


def test_an_empty_middle_page_is_asked_again() -> None:
    exchange = Exchange(rows(7))
    whole = exchange.listed
    exchange.before = lambda number: setattr(exchange, "listed", whole if number != 2 else [])
    exchange.total = 7
    found = walked(exchange)
    assert exchange.asked == [1, 2, 2, 3, 1]
    assert (len(found.rows), found.error) == (7, None)


def test_a_middle_page_that_stays_empty_leaves_the_days_open() -> None:
    exchange = Exchange(rows(3))
    exchange.total = 7
    found = walked(exchange)
    assert exchange.asked == [1, 2, 2, 2]
    assert failed(found) == (MiddlePageEmpty, ["open"], True)
    assert keys(found) == ["1", "2", "3"]


def test_a_page_that_repeats_the_first_is_an_error() -> None:
    def overshooting(_: Request, page: int) -> Response:
        return exchange.answer({"total": 9, "rows": rows(3) if page != 2 else rows(3, first=4)})

    exchange = Exchange([])
    found = walk(source(), PARTITION, window(), overshooting)
    assert failed(found) == (PageRepeated, ["open"], True)
    assert isinstance(found.error, PageRepeated)
    assert found.error.page == 3


@pytest.mark.parametrize("days", [-2, 2, -400], ids=["before", "after", "another year"])
@pytest.mark.parametrize("place", [0, 4], ids=["first page", "second page"])
def test_a_row_outside_the_window_is_an_ignored_filter(days: int, place: int) -> None:
    listed = rows(5)
    listed[place] = row(99, DAY + timedelta(days))
    assert failed(walked(Exchange(listed))) == (FilterIgnored, ["open"], True)


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_row_a_day_beside_the_window_is_taken(days: int) -> None:
    found = walked(Exchange([row(1, DAY + timedelta(days))]))
    assert (found.error, len(found.rows), found.days[0].listed) == (None, 1, int(days == 0))


@pytest.mark.parametrize(
    ("total", "count"), [(5, 4), (3, 2), (2, 0), (2, 3)], ids=["fewer", "one page", "none", "more"]
)
def test_a_count_that_does_not_fit_after_three_walks_is_an_error(total: int, count: int) -> None:
    exchange = Exchange(rows(count))
    exchange.total = total
    found = walked(exchange)
    assert failed(found) == (CountMismatch, ["open"], True)
    assert isinstance(found.error, CountMismatch)
    assert (found.error.promised, found.error.listed) == (total, count)
    assert exchange.asked.count(1) == (3 if total <= 3 else 6)


def test_a_list_that_shifts_while_it_is_walked_is_walked_again() -> None:
    exchange = Exchange(rows(5))

    def insert(number: int) -> None:
        if number == 2:
            exchange.listed.insert(0, row(100))

    exchange.before = insert
    found = walked(exchange)
    assert exchange.asked == [1, 2, 1, 1, 2, 1]
    assert sorted(keys(found)) == ["1", "100", "2", "3", "4", "5"]
    assert (found.error, found.days[0].promised) == (None, 6)


def test_a_list_that_never_rests_is_an_error() -> None:
    exchange = Exchange(rows(5))
    exchange.before = lambda number: exchange.listed.insert(0, row(100 + number))
    assert failed(walked(exchange))[0] is CountMismatch


def test_a_withdrawn_row_is_not_kept_from_the_walk_before() -> None:
    exchange = Exchange(rows(5))

    def withdraw(number: int) -> None:
        if number == 3:
            del exchange.listed[0]

    exchange.before = withdraw
    assert keys(walked(exchange)) == ["2", "3", "4", "5"]


def test_a_window_with_too_many_pages_is_halved() -> None:
    days = [DAY + timedelta(n) for n in range(4)]

    def fetch(request: Request, page: int) -> Response:
        asked = dict(part.split("=") for part in request.address.partition("?")[2].split("&"))
        listed = [row(n, day) for n, day in enumerate(days) if asked["from"] <= day.isoformat() <= asked["to"]]
        exchange.listed = listed
        return exchange.fetch(request, page)

    exchange = Exchange([], page_size=1)
    found = walk(source(page_size=1, page_limit=2), PARTITION, window(days[0], days[-1]), fetch)
    assert (sorted(keys(found)), found.error) == (["0", "1", "2", "3"], None)
    assert [(day.day, day.grade, day.promised, day.listed) for day in found.days] == [
        (day, "counted", 2, 1) for day in days
    ]


def test_a_row_of_both_halves_is_listed_once() -> None:
    def fetch(request: Request, page: int) -> Response:
        exchange.listed = [row(1, DAY)] if page == 1 else []
        exchange.total = 2 if f"from={DAY}&to={DAY + timedelta(1)}" in request.address else 1
        return exchange.fetch(request, page)

    exchange = Exchange([], page_size=1)
    found = walk(source(page_size=1, page_limit=1), PARTITION, window(DAY, DAY + timedelta(1)), fetch)
    assert (keys(found), len(found.days), found.error) == (["1"], 2, None)


def test_a_day_with_too_many_pages_is_an_error() -> None:
    found = walked(Exchange(rows(10), page_size=1), page_limit=9)
    assert failed(found) == (PartitionTooLarge, ["open"], True)
    assert isinstance(found.error, PartitionTooLarge)
    assert (found.error.pages, found.error.limit) == (10, 9)


def test_one_half_may_fail_and_the_other_count() -> None:
    def fetch(request: Request, __: int) -> Response:
        if f"from={DAY}&to={DAY + timedelta(1)}" in request.address:
            return exchange.answer({"total": 5, "rows": rows(1)})
        if f"from={DAY}&" in request.address:
            return exchange.answer({"total": 0, "rows": None})
        raise timed(NoResponse(address=request.address, reason="ReadTimeout"))

    exchange = Exchange([], page_size=1)
    found = walk(source(page_size=1, page_limit=2), PARTITION, window(DAY, DAY + timedelta(1)), fetch)
    assert [(day.day, day.grade) for day in found.days] == [(DAY, "counted"), (DAY + timedelta(1), "open")]
    assert isinstance(found.error, NoResponse)


def timed(error: NoResponse | BadStatus | HostResting) -> NoResponse | BadStatus | HostResting:
    """The error with the instant that the door gives it."""
    error.at = START
    return error


@pytest.mark.parametrize(
    "error",
    [
        NoResponse(address="https://exchange.example/", reason="ReadTimeout"),
        BadStatus(address="https://exchange.example/", status=504, content=b"", headers={}),
        HostResting(host="exchange.example", failures=10),
    ],
    ids=lambda error: type(error).__name__,
)
@pytest.mark.parametrize("page", [1, 2])
def test_without_an_answer_the_days_are_open_with_the_reason(page: int, error: NoResponse) -> None:
    def fetch(request: Request, number: int) -> Response:
        if number == page:
            raise timed(error)
        return exchange.fetch(request, number)

    exchange = Exchange(rows(5))
    found = walk(source(), PARTITION, window(DAY, DAY + timedelta(2)), fetch)
    assert failed(found) == (type(error), ["open"] * 3, True)
    assert found.days[0].reason == f"{type(error).__name__}: {error}"
    assert found.days[0].walked_at == (START if page == 1 else START + timedelta(hours=1))


def test_without_an_answer_or_an_instant_no_day_is_claimed() -> None:
    def fetch(request: Request, __: int) -> Response:
        raise NoResponse(address=request.address, reason="ConnectionError")

    found = walk(source(), PARTITION, window(), fetch)
    assert (found.rows, found.days, type(found.error)) == ((), (), NoResponse)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html><script>challenge()</script></html>",
        b"null",
        b"[]",
        b'{"rows": []}',
        json.dumps({"total": "many"}).encode(),
    ],
    ids=["empty", "challenge", "null", "list", "no total", "no rows"],
)
def test_an_answer_that_breaks_the_contract_is_an_error_and_not_zero_rows(content: bytes) -> None:
    def fetch(_: Request, __: int) -> Response:
        return Response(status=200, headers={}, final_address="", content=content, fetched_at=START)

    assert failed(walk(source(), PARTITION, window(), fetch)) == (ContractBroken, ["open"], True)


def test_the_same_answers_give_the_same_walk() -> None:
    def found() -> Walk:
        exchange = Exchange(rows(8))
        exchange.before = lambda number: exchange.listed.insert(0, row(100)) if number == 3 else None
        return walked(exchange, window(DAY - timedelta(3), DAY))

    assert found() == found()


def test_a_row_that_leaves_meanwhile_makes_no_error_of_a_repeated_page() -> None:
    """The last row goes while page 2 is asked: it has nothing to show, so that page 1 comes again, with another total."""

    def overshooting(_: Request, page: int) -> Response:
        exchange.asked.append(page)
        listed = rows(4 if len(exchange.asked) == 1 else 3)
        shown = listed[(page - 1) * 3 : page * 3] or listed[:3]
        return exchange.answer({"total": len(listed), "rows": shown})

    exchange = Exchange([])
    found = walk(source(), PARTITION, window(), overshooting)
    assert (keys(found), found.error, exchange.asked) == (["1", "2", "3"], None, [1, 2, 1])


@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_window_longer_than_a_query_may_be_is_halved_before_it_is_asked(most: int) -> None:
    asked = []

    def fetch(request: Request, page: int) -> Response:
        part = dict(one.split("=") for one in request.address.partition("?")[2].split("&"))
        asked.append(date.fromisoformat(part["to"]) - date.fromisoformat(part["from"]))
        return exchange.answer({"total": 0, "rows": None})

    exchange = Exchange([])
    days = window(DAY, DAY + timedelta(6))
    found = walk(replace(source(), most_days=most), PARTITION, days, fetch)
    assert [day.day for day in found.days] == list(days.days)
    assert max(asked) < timedelta(most)


def paged(**changes: object) -> Source:
    """A source whose pages have this besides."""
    return replace(source(), parse=lambda *given: replace(source().parse(*given), **changes))  # type: ignore[arg-type]


def test_a_total_of_groups_is_proved_by_groups_and_promises_the_rows() -> None:
    exchange = Exchange(rows(3))
    exchange.total = 2
    found = walk(paged(groups=("a", "b")), PARTITION, window(), exchange.fetch)
    assert (found.error, found.days[0].promised, found.days[0].listed) == (None, 3, 3)
    short = walk(paged(groups=("a",)), PARTITION, window(), exchange.fetch)
    assert failed(short) == (CountMismatch, ["open"], True)


def test_rows_that_announce_nothing_count_and_facts_are_handed_on() -> None:
    exchange = Exchange(rows(2))
    exchange.total = 3
    others = (Other(key="9", day=DAY),)
    found = walk(paged(others=others, facts=("fact", "fact")), PARTITION, window(), exchange.fetch)
    assert (len(found.rows), found.days[0].listed, found.facts, found.error) == (2, 3, ("fact",), None)


def test_a_source_that_counts_must_tell_its_total() -> None:
    found = walk(paged(total=None), PARTITION, window(), Exchange(rows(2)).fetch)
    assert failed(found) == (ContractBroken, ["open"], True)
