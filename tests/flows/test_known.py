"""How far down a feed is read, by what runs before brought."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from extractors.listing import ListedRow, ListingPage, Window
from flows.known import Held, Known
from tests.factory.rows import DAY, listed

KNOWN = Known.of([("sse", "feed", "1"), ("sse", "feed", "2"), ("other", "feed", "3")], [("sse", "feed", DAY)])


def page(*rows: tuple[int, date]) -> ListingPage:
    made = (listed(number, disclosed_on=day, source="sse") for number, day in rows)
    return ListingPage(total=None, rows=tuple(ListedRow(announcement=a, sighting=s) for a, s in made))


@pytest.mark.parametrize(
    ("rows", "is_deep"),
    [
        ([(1, DAY), (2, DAY)], True),
        ([(1, DAY), (3, DAY)], False),
        ([(3, DAY - timedelta(days=1))], True),
        ([(1, DAY), (9, DAY - timedelta(days=1))], True),
        ([(9, DAY + timedelta(days=1))], False),
        ([], True),
    ],
    ids=["known", "one unknown", "older than what is proved", "known and older", "newer", "nothing"],
)
def test_a_page_is_deep_where_its_rows_are_known_or_older_than_what_is_proved(
    rows: list[tuple[int, date]], is_deep: bool
) -> None:
    deep = KNOWN.depth("sse", "feed")
    assert deep
    assert deep(page(*rows)) is is_deep


def test_without_a_proved_day_the_first_day_that_is_asked_for_decides() -> None:
    assert KNOWN.depth("other", "feed") is None
    assert KNOWN.depth("sse", "600000-65") is None
    assert replace(KNOWN, keys={}).depth("sse", "feed")


@pytest.mark.parametrize(
    ("over", "first"),
    [([], 0), ([0], 1), ([0, 1], 2), ([1], 0), ([0, 1, 2, 3], 3)],
    ids=["none", "the first", "two", "a later one", "all, and the last is asked for again"],
)
def test_what_is_left_of_a_window_begins_with_the_first_day_not_walked_after_it_was_over(
    over: list[int], first: int
) -> None:
    window = Window(start=DAY, end=DAY + timedelta(days=3))
    held = Held(listed={}, over=frozenset(DAY + timedelta(days=n) for n in over), keys=frozenset())
    assert held.rest(window) == Window(start=DAY + timedelta(days=first), end=window.end)


def test_rows_of_a_window_are_those_of_its_days() -> None:
    held = Held(listed={DAY: 3, DAY + timedelta(days=1): 4}, over=frozenset(), keys=frozenset())
    assert held.count(Window(start=DAY, end=DAY)) == 3
    assert held.count(Window(start=DAY - timedelta(days=3), end=DAY + timedelta(days=3))) == 7
