"""The one walk over a listing: every page, counted against the source's own total, or a feed read down.

Pages come from the count, never from `hasMore`; page 1 is read again after the last; an empty middle
page is asked again; a repeated page, an ignored filter or a count that does not fit fails the
partition loudly. The walk is a function of the responses: run again on archived ones it gives the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from extractors.asking import WALKS, Asking, Fetch
from extractors.errors import (
    ContractBroken,
    CountMismatch,
    ExtractorError,
    FeedEnded,
    FetchError,
    KeptFailure,
    ListingError,
    MiddlePageEmpty,
    PageRepeated,
    PartitionTooLarge,
)
from extractors.feed import IsDeep, read_down
from extractors.listing import ListedRow, ListingPage, Partition, Source, Window
from extractors.records import ListingDay

__all__ = ["Fetch", "IsDeep", "Walk", "walk"]


@dataclass(frozen=True, slots=True)
class Walk:
    """What a walk over one window found: unique rows, the days with their grades, and why it failed."""

    rows: tuple[ListedRow, ...]
    days: tuple[ListingDay, ...]
    error: ExtractorError | None
    notes: tuple[str, ...] = ()
    facts: tuple[object, ...] = ()


class _TooMany(Exception):
    """Raised when a window has more pages than one query may have."""

    def __init__(self, pages: int) -> None:
        self.pages = pages


def walk(source: Source, partition: Partition, window: Window, fetch: Fetch, is_deep: IsDeep | None = None) -> Walk:
    """The window's rows, and one graded day for each of its days.

    A failing window gives its days as `open` with the reason, and the rows seen before it failed; no days
    where no answer came and its error does not tell the instant. A feed is read down to the first day and, with
    `is_deep` (see `feed.to_known`), to what earlier walks brought.
    """
    if source.most_days and len(window.days) > source.most_days:
        return _halved(source, partition, window, fetch)
    ask = Asking(source, partition, window, fetch)
    try:
        if source.is_feed:
            read_down(ask, is_deep)
            return _found(ask, None, None)
        return _found(ask, _counted(ask), None)
    except _TooMany as large:
        if window.start < window.end:
            return _halved(source, partition, window, fetch)
        error: ExtractorError = PartitionTooLarge(source=source.name, pages=large.pages, limit=source.page_limit)
    except ListingError as failed:
        error = failed
    except FetchError as failed:
        error = failed
        if failed.at and not ask.at:
            ask.at.append(failed.at)
    return _found(ask, None, error)


def _halved(source: Source, partition: Partition, window: Window, fetch: Fetch) -> Walk:
    """The walks over both halves as one, each row once."""
    first, second = (walk(source, partition, half, fetch) for half in window.halves())
    rows = {row.sighting.source_key: row for row in first.rows}
    for row in second.rows:
        rows.setdefault(row.sighting.source_key, row)
    notes, facts = (tuple(dict.fromkeys(a + b)) for a, b in ((first.notes, second.notes), (first.facts, second.facts)))
    days, error = first.days + second.days, first.error or second.error
    return Walk(tuple(rows.values()), days, error, tuple(map(str, notes)), facts)


def _counted(ask: Asking) -> int:
    """Fill in the rows of the window; returns how many are promised. Walks again where the listing changed."""
    promised = listed = 0
    for _ in range(WALKS):
        ask.begin()
        page = ask.page(1)
        promised = _total(ask, page)
        pages = -(-promised // ask.source.page_size)
        if pages > ask.source.page_limit:
            raise _TooMany(pages)
        ask.take(page)
        is_whole = all(_next(ask, number, promised) for number in range(2, pages + 1))
        listed = len(ask.counted)
        if is_whole and (pages <= 1 or _unchanged(ask, page)) and listed == promised:
            return promised if page.groups is None else len(ask.days)
    raise CountMismatch(source=ask.source.name, promised=promised, listed=listed)


def _total(ask: Asking, page: ListingPage) -> int:
    if page.total is None:
        raise ContractBroken(source=ask.source.name, missing="total")
    return page.total


def _next(ask: Asking, number: int, promised: int) -> bool:
    """Take one page behind the first, asked again while it is empty; returns whether the walk can go on.

    It cannot where the total changed meanwhile and the page is not what it was to be.
    """
    page = ask.page_with_rows(number)
    if page.days and ask.take(page):
        return True
    if page.total != promised:
        return False
    raise (PageRepeated if page.days else MiddlePageEmpty)(source=ask.source.name, page=number)


def _unchanged(ask: Asking, first: ListingPage) -> bool:
    """Whether page 1 is as it was before the other pages were read."""
    again = ask.page(1)
    return (again.total, [key for key, _ in again.days]) == (first.total, [key for key, _ in first.days])


def _found(ask: Asking, total: int | None, error: ExtractorError | None) -> Walk:
    """What was found, with one row a day of the window; rows dated a day beside it count under their own day there.

    Of a company's own feed, which is quiet for months, the days with rows and both ends of the window; none of a
    company's part of a partition, which proves nothing of the others.
    """
    listed, proved = ask.days, _proved_from(ask, error)
    kept = {ask.window.start, ask.window.end, *listed} if ask.partition.security_code else set(ask.window.days)
    days = tuple(
        ListingDay(
            source=ask.source.name,
            partition=ask.partition.name,
            day=day,
            grade=("walked" if ask.source.is_feed else "counted") if day >= proved else "open",
            promised=total,
            listed=listed.count(day),
            reason=_reason(error) if error and day < proved else None,
            walked_at=min(ask.at),
        )
        for day in (ask.window.days if ask.at and not ask.partition.part_of else ())
        if day in kept
    )
    return Walk(tuple(ask.rows.values()), days, error, tuple(ask.notes), tuple(ask.facts))


def _proved_from(ask: Asking, error: ExtractorError | None) -> date:
    """The first day that is proved: all are without an error, none with it; a feed that ended proved its later days."""
    if error is None:
        return date.min
    if isinstance(error, FeedEnded) and error.reached and error.reached < ask.window.end:
        return error.reached + timedelta(days=1)
    return date.max


def _reason(error: ExtractorError) -> str:
    return str(error) if isinstance(error, KeptFailure) else f"{type(error).__name__}: {error}"
