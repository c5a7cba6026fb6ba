"""What a walk asks: pages are checked against it, and what they give is kept once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from extractors.asking import TRIES, Asking
from extractors.errors import FilterIgnored
from extractors.listing import ListingPage, Other, Partition
from tests.factory.listing import DAY, PARTITION, START, Exchange, row, rows, source, window


def asking(exchange: Exchange, partition: Partition = PARTITION, *, is_feed: bool = False) -> Asking:
    """One window of the exchange's listing."""
    return Asking(replace(source(), is_feed=is_feed), partition, window(), exchange.fetch)


@pytest.mark.parametrize(
    ("partition", "asked"),
    [
        (Partition(name="all", fields={}, exchange="BSE"), "BSE"),
        (Partition(name="all", fields={}, security_code="300001"), "300001"),
    ],
    ids=["exchange", "security"],
)
def test_a_row_of_another_exchange_or_security_is_an_ignored_filter(partition: Partition, asked: str) -> None:
    with pytest.raises(FilterIgnored) as caught:
        asking(Exchange(rows(1)), partition).page(1)
    assert caught.value.asked == asked


def test_rows_of_the_asked_exchange_and_security_are_taken() -> None:
    partition = Partition(name="all", fields={}, exchange="SZSE", security_code="300999")
    assert len(asking(Exchange(rows(2)), partition).page(1).rows) == 2


@pytest.mark.parametrize(("strangers", "is_ignored"), [(0, False), (1, False), (2, True), (3, True)])
def test_a_page_of_mostly_strangers_is_an_ignored_filter(strangers: int, is_ignored: bool) -> None:
    titles = tuple(f"年度报告{number}" for number in range(strangers))
    ask = asking(Exchange(rows(3)))
    told = replace(ask.source, parse=lambda *given: replace(source().parse(*given), strangers=titles))
    ask = replace(ask, source=told)
    if not is_ignored:
        assert len(ask.page(1).rows) == 3
        return
    with pytest.raises(FilterIgnored) as caught:
        ask.page(1)
    assert "年度报告0" in caught.value.got


def test_a_feed_knows_no_window() -> None:
    assert len(asking(Exchange([row(1, DAY - timedelta(900))]), is_feed=True).page(1).rows) == 1


def test_an_empty_page_is_asked_again_and_may_stay_empty() -> None:
    exchange = Exchange([])
    assert asking(exchange).page_with_rows(1).days == ()
    assert exchange.asked == [1] * TRIES


def test_what_pages_give_is_kept_once_and_forgotten_for_the_next_walk() -> None:
    ask = asking(Exchange(rows(2)))
    page = replace(ask.page(1), others=(Other(key="9", day=DAY),), facts=("a", "a"), notes=("b", "b"))
    assert (ask.take(page), ask.take(page)) == (True, False)
    assert (len(ask.rows), len(ask.others), ask.counted) == (2, 1, {"1", "2", "9"})
    assert (list(ask.facts), list(ask.notes), ask.days) == (["a"], ["b"], [DAY] * 3)
    ask.begin()
    assert (ask.rows, ask.others, ask.counted, ask.facts) == ({}, {}, set(), {})
    assert ask.at == [START + timedelta(hours=1)]


def test_a_total_may_count_groups() -> None:
    ask = asking(Exchange(rows(3)))
    ask.take(replace(ask.page(1), groups=("300999",)))
    assert ask.counted == {"300999"}


def test_other_rows_count_and_stay_out() -> None:
    ask = asking(Exchange([]))
    assert ask.take(ListingPage(total=1, rows=(), others=(Other(key="9", day=DAY),)))
    assert (ask.rows, ask.counted) == ({}, {"9"})


@pytest.mark.parametrize(("is_feed", "days"), [(True, [DAY]), (False, [DAY] * 2)])
def test_a_post_of_several_files_is_one_of_its_day_a_counted_row_always(is_feed: bool, days: list[date]) -> None:
    ask = asking(Exchange(rows(2)), is_feed=is_feed)
    page = ask.page(1)
    one, two = page.rows
    ask.take(replace(page, rows=(one, replace(two, announcement=one.announcement))))
    assert (len(ask.rows), ask.days) == (2, days)
