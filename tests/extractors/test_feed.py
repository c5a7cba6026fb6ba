"""A feed is read down until two pages are settled: what that means, and every way in which it is not reached."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import timedelta

import pytest

from extractors.asking import WALKS
from extractors.errors import ContractBroken, FeedEnded, PageRepeated
from extractors.feed import IsKnown, to_known, to_overlap
from extractors.listing import ListingPage, Partition
from extractors.walk import Walk, walk
from tests.factory.listing import DAY, PARTITION, Answer, Exchange, row, source, window

OLD = DAY - timedelta(30)


def posts(new: int, old: int) -> list[Answer]:
    """New posts, then old ones; three a page."""
    return [row(key) for key in range(new, 0, -1)] + [row(1000 + key, OLD) for key in range(old, 0, -1)]


def fed(
    exchange: Exchange, is_known: IsKnown | None = None, partition: Partition = PARTITION, *, page_limit: int = 90
) -> Walk:
    """A walk down the exchange's feed."""

    def parse(*given: object) -> ListingPage:
        return replace(source().parse(*given), total=None)  # type: ignore[arg-type]

    told = replace(source(page_limit=page_limit), is_feed=True, parse=parse)
    return walk(told, partition, window(), exchange.fetch, to_known(is_known, OLD - timedelta(9)) if is_known else None)


@pytest.mark.parametrize(
    ("new", "old", "pages"),
    [
        (0, 9, [1, 2]),
        (3, 9, [1, 2, 3, 1]),
        (4, 9, [1, 2, 3, 4, 1]),
        (7, 20, [1, 2, 3, 4, 5, 1]),
        (3, 3, [1, 2, 3, 3, 3, 1]),
        (1, 4, [1, 2, 3, 3, 3, 1]),
    ],
)
def test_it_is_read_to_two_settled_pages_and_page_one_is_read_again(new: int, old: int, pages: list[int]) -> None:
    exchange = Exchange(posts(new, old))
    found = fed(exchange)
    assert exchange.asked == pages
    assert [(day.grade, day.promised, day.listed, day.reason) for day in found.days] == [("walked", None, new, None)]


@pytest.mark.parametrize(
    ("missed", "pages"),
    [
        ((), [1, 2, 3, 1]),
        ((1018,), [1, 2, 3, 4, 1]),
        ((1015,), [1, 2, 3, 4, 5, 1]),
        ((1018, 1013), [1, 2, 3, 4, 5, 1]),
        ((1008,), [1, 2, 3, 1]),
        (range(1001, 1010), [1, 2, 3, 1]),
    ],
    ids=["nothing", "the newest old one", "one on the next page", "two", "one below", "what lies before them"],
)
def test_what_earlier_walks_missed_is_read_through(missed: Collection[int], pages: list[int]) -> None:
    """Three new posts, then 18 old ones, a day apart and three a page, of which the newest ten days are proved."""
    exchange = Exchange(posts(3, 0) + [row(1000 + key, OLD - timedelta(18 - key)) for key in range(18, 0, -1)])
    found = fed(exchange, lambda key: int(key) not in missed)
    assert exchange.asked == pages
    assert (found.error, found.days[0].grade) == (None, "walked")


def test_days_before_the_proved_ones_need_not_be_known() -> None:
    exchange = Exchange(posts(0, 0) + [row(key, OLD - timedelta(30 + key)) for key in range(1, 19)])
    assert (fed(exchange, lambda _: False).error, exchange.asked) == (None, [1, 2])


def test_one_old_post_among_new_ones_settles_nothing() -> None:
    listed = posts(12, 9)
    listed[1], listed[4] = row(2001, OLD), row(2002, OLD)
    exchange = Exchange(listed)
    found = fed(exchange)
    assert (exchange.asked[-2], found.days[0].listed) == (6, 10)


def failed(found: Walk) -> tuple[type | None, list[str]]:
    """What failed, and the grades of the days."""
    return type(found.error) if found.error else None, [day.grade for day in found.days]


@pytest.mark.parametrize(
    ("new", "old", "reached"), [(0, 0, None), (5, 0, DAY), (4, 2, DAY)], ids=["nothing", "new ones", "few old ones"]
)
def test_an_end_before_a_settled_page_leaves_the_days_open(new: int, old: int, reached: object) -> None:
    found = fed(Exchange(posts(new, old)))
    assert failed(found) == (FeedEnded, ["open"])
    assert isinstance(found.error, FeedEnded)
    assert found.error.reached == reached


def test_a_feed_known_to_be_whole_may_end() -> None:
    found = fed(Exchange(posts(4, 0)), partition=replace(PARTITION, is_whole=True))
    assert failed(found) == (None, ["walked"])


def test_a_feed_deeper_than_its_limit_leaves_the_days_open() -> None:
    assert failed(fed(Exchange(posts(30, 9)), page_limit=4)) == (FeedEnded, ["open"])


def test_a_page_that_repeats_is_an_error() -> None:
    exchange = Exchange(posts(9, 9))
    exchange.before = lambda number: exchange.listed.__setitem__(slice(3, 6), exchange.listed[:3])
    assert failed(fed(exchange)) == (PageRepeated, ["open"])


def _at(number: int, change: Callable[[list[Answer]], None], exchange: Exchange) -> Callable[[int], None]:
    return lambda asked: change(exchange.listed) if asked == number else None


@pytest.mark.parametrize("number", [2, 3, 4])
def test_posts_that_come_meanwhile_are_read_in_another_walk(number: int) -> None:
    exchange = Exchange(posts(4, 9))
    exchange.before = _at(number, lambda listed: listed.insert(0, row(50)), exchange)
    found = fed(exchange)
    assert (found.error, found.days[0].listed) == (None, 5)


def test_a_post_that_leaves_meanwhile_is_not_kept_and_hides_no_other() -> None:
    exchange = Exchange(posts(7, 9))
    exchange.before = _at(2, lambda listed: listed.pop(0), exchange)
    found = fed(exchange)
    assert [one.sighting.source_key for one in found.rows[:6]] == ["6", "5", "4", "3", "2", "1"]


def test_a_feed_that_never_rests_is_an_error() -> None:
    exchange = Exchange(posts(4, 9))
    exchange.before = lambda number: exchange.listed.insert(0, row(100 + number))
    found = fed(exchange)
    assert failed(found) == (ContractBroken, ["open"])
    assert exchange.asked.count(1) == 2 * WALKS


@pytest.mark.parametrize(
    ("pages", "deep"),
    [
        ([["known"], ["known"]], [True, True]),
        ([["new", "known"], ["known"], ["old"]], [False, False, True]),
        ([["known"], ["new"], ["known"], ["known", "old"], ["old"]], [True, False, False, False, True]),
    ],
    ids=["nothing is new", "the first page has news", "the second has"],
)
def test_behind_news_only_what_lies_before_the_overlap_is_deep(pages: list[list[str]], deep: list[bool]) -> None:
    keys = {"new": 900, "known": 1, "old": 2}
    start = OLD - timedelta(1)

    def page(kinds: list[str]) -> ListingPage:
        made = [row(keys[kind], OLD - timedelta(9) if kind == "old" else OLD) for kind in kinds]
        content = Exchange(made, len(made)).fetch(source().request(PARTITION, window(), 1), 1)
        return source().parse(content.content, content.fetched_at, PARTITION)

    is_deep = to_overlap(to_known(lambda key: key != "900", OLD - timedelta(20)), start)
    assert [is_deep(page(kinds)) for kinds in pages] == deep


def test_of_two_settled_pages_a_change_meanwhile_is_left_to_the_next_walk() -> None:
    exchange = Exchange(posts(0, 9))
    exchange.before = _at(2, lambda listed: listed.insert(0, row(50)), exchange)
    found = fed(exchange)
    assert (found.error, exchange.asked, found.days[0].listed) == (None, [1, 2], 0)
    assert found.days[0].walked_at < exchange.fetch(source().request(PARTITION, window(), 1), 1).fetched_at
    assert fed(exchange).days[0].listed == 1
