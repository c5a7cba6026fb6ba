"""The walk down a feed: newest first, without a total, until two pages in a row are settled.

A page is settled when everything on it lies before the first day that is asked for and, where the caller
knows what earlier walks proved, it reaches that. Page 1 is read again after the last: where it changed, the
feed is walked again. Where the first two pages are settled nothing of the days asked for was posted, and they
are all that is asked. An end before that is an error, unless the feed is known to be whole.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from extractors.asking import WALKS, Asking
from extractors.errors import ContractBroken, FeedEnded, PageRepeated
from extractors.listing import ListingPage

IsKnown = Callable[[str], bool]  # whether an earlier walk, one that failed in nothing, brought the source's key
IsDeep = Callable[[ListingPage], bool]  # whether a page is as deep as earlier walks

_SETTLED = 2


def to_known(is_known: IsKnown, proved_from: date) -> IsDeep:
    """Deep is a page whose rows are known, or lie before the first day that earlier walks proved."""
    return lambda page: all(
        is_known(row.sighting.source_key) or row.announcement.disclosed_on < proved_from for row in page.rows
    )


def to_overlap(is_deep: IsDeep, start: date) -> IsDeep:
    """Deep is what `is_deep` says; behind a page that was not, only what lies before the overlap's first day."""
    found = {"news": False}

    def deep(page: ListingPage) -> bool:
        is_known = is_deep(page)
        found["news"] |= not is_known
        return is_known and (not found["news"] or all(day < start for _, day in page.days))

    return deep


def read_down(ask: Asking, is_deep: IsDeep | None) -> None:
    """Fill in the rows of the feed down to the first day asked for; raises a ListingError where that is not proved."""
    for _ in range(WALKS):
        ask.begin()
        first = ask.page_with_rows(1)
        last = _pages(ask, first, is_deep)
        if last == _SETTLED or _keys(ask.page(1)) == _keys(first):
            return
    raise ContractBroken(source=ask.source.name, missing=f"first page that rests during one of {WALKS} walks")


def _pages(ask: Asking, page: ListingPage, is_deep: IsDeep | None) -> int:
    """Take the pages from the first on; returns the number of the second settled one, or 0 where the feed ended."""
    number, settled, reached = 1, 0, None
    while page.days:
        if not ask.take(page):
            raise PageRepeated(source=ask.source.name, page=number)
        settled = settled + 1 if _is_settled(ask, page, is_deep) else 0
        if settled == _SETTLED:
            return number
        reached, number = max(day for _, day in page.days), number + 1
        if number > ask.source.page_limit:
            raise _ended(ask, number, reached)
        page = ask.page_with_rows(number)
    if not settled and not (ask.partition.is_whole and number > 1):
        raise _ended(ask, number, reached)
    return 0


def _is_settled(ask: Asking, page: ListingPage, is_deep: IsDeep | None) -> bool:
    is_known = is_deep is None or is_deep(page)
    return is_known and all(day < ask.window.start for _, day in page.days)


def _ended(ask: Asking, page: int, reached: date | None) -> FeedEnded:
    return FeedEnded(source=ask.source.name, page=page, reached=reached)


def _keys(page: ListingPage) -> list[str]:
    return [key for key, _ in page.days]
