"""The one walk over a listing: every page, counted against the source's own total.

Pages come from the count, never from `hasMore`; page 1 is read again after the last; an empty middle
page is asked again; a repeated page, an ignored filter or a count that does not fit fails the
partition loudly. The walk is a function of the responses: run again on archived ones it gives the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from extractors.errors import (
    CountMismatch,
    ExtractorError,
    FetchError,
    FilterIgnored,
    KeptFailure,
    ListingError,
    MiddlePageEmpty,
    PageRepeated,
    PartitionTooLarge,
)
from extractors.listing import ListedRow, ListingPage, Partition, Request, Response, Source, Window
from extractors.records import ListingDay

Fetch = Callable[[Request, int], Response]

_EMPTY_TRIES = 3
_WALKS = 3
_SLACK = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Walk:
    """What a walk over one window found: unique rows, the days with their grades, and why it failed."""

    rows: tuple[ListedRow, ...]
    days: tuple[ListingDay, ...]
    error: ExtractorError | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Ask:
    """One window of one partition, and how to get its pages."""

    source: Source
    partition: Partition
    window: Window
    fetch: Fetch

    def page(self, number: int) -> tuple[ListingPage, datetime]:
        """One page, its rows checked against what was asked."""
        response = self.fetch(self.source.request(self.partition, self.window, number), number)
        page = self.source.parse(response.content, response.fetched_at, self.partition)
        for row in page.rows:
            day = row.announcement.disclosed_on
            if not self.window.start - _SLACK <= day <= self.window.end + _SLACK:
                asked = f"{self.window.start}~{self.window.end}"
                raise FilterIgnored(source=self.source.name, asked=asked, got=f"a row of {day}")
        return page, response.fetched_at


class _Changed(ListingError):
    """Raised when the listing changed while it was walked; the walk begins again."""


def walk(source: Source, partition: Partition, window: Window, fetch: Fetch) -> Walk:
    """The window's rows, and one graded day for each of its days.

    A failing window gives its days as `open` with the reason, and the rows seen before it failed.
    """
    ask = _Ask(source, partition, window, fetch)
    rows: dict[str, ListedRow] = {}
    notes: list[str] = []
    at: list[datetime] = []
    try:
        total = _walked(ask, rows, notes, at)
    except _TooMany as large:
        if window.start < window.end:
            first, second = (walk(source, partition, half, fetch) for half in window.halves())
            return Walk(
                first.rows + second.rows, first.days + second.days, first.error or second.error, first.notes + second.notes
            )
        error: ExtractorError = PartitionTooLarge(source=source.name, pages=large.pages, limit=source.page_limit)
    except (ListingError, FetchError) as failed:
        error = failed
    else:
        return Walk(tuple(rows.values()), _days(ask, rows, at, total), None, tuple(dict.fromkeys(notes)))
    return Walk(tuple(rows.values()), _days(ask, rows, at, None, error), error, tuple(dict.fromkeys(notes)))


class _TooMany(Exception):  # noqa: N818 - no error of the caller's
    """Raised when a window has more pages than one query may have."""

    def __init__(self, pages: int) -> None:
        self.pages = pages


def _walked(ask: _Ask, rows: dict[str, ListedRow], notes: list[str], at: list[datetime]) -> int:
    """Fill in the rows of the window; returns the total. Walks again where the listing changed meanwhile."""
    promised = listed = 0
    for _ in range(_WALKS):
        rows.clear()
        page, fetched_at = ask.page(1)
        at.append(fetched_at)
        promised = page.total
        pages = -(-promised // ask.source.page_size)
        if pages > ask.source.page_limit:
            raise _TooMany(pages)
        _take(page, rows, notes)
        for number in range(2, pages + 1):
            at.append(_next(ask, number, rows, notes))
        listed = len(rows)
        if pages <= 1 or _unchanged(ask, page, at):
            if listed == promised:
                return promised
    raise CountMismatch(source=ask.source.name, promised=promised, listed=listed)


def _take(page: ListingPage, rows: dict[str, ListedRow], notes: list[str]) -> int:
    """Add a page's rows; returns how many are new."""
    before = len(rows)
    for row in page.rows:
        rows.setdefault(row.sighting.source_key, row)
    notes.extend(page.notes)
    return len(rows) - before


def _next(ask: _Ask, number: int, rows: dict[str, ListedRow], notes: list[str]) -> datetime:
    for _ in range(_EMPTY_TRIES):
        page, fetched_at = ask.page(number)
        if page.rows:
            if not _take(page, rows, notes):
                raise PageRepeated(source=ask.source.name, page=number)
            return fetched_at
    raise MiddlePageEmpty(source=ask.source.name, page=number)


def _unchanged(ask: _Ask, first: ListingPage, at: list[datetime]) -> bool:
    """Whether page 1 is as it was before the other pages were read."""
    again, fetched_at = ask.page(1)
    at.append(fetched_at)
    return again.total == first.total and _keys(again.rows) == _keys(first.rows)


def _keys(rows: Sequence[ListedRow]) -> tuple[str, ...]:
    return tuple(row.sighting.source_key for row in rows)


def _days(
    ask: _Ask, rows: dict[str, ListedRow], at: Sequence[datetime], total: int | None, error: ExtractorError | None = None
) -> tuple[ListingDay, ...]:
    """One row a day of the window; rows dated a day beside it count under their own day there."""
    listed = [row.announcement.disclosed_on for row in rows.values()]
    return tuple(
        ListingDay(
            source=ask.source.name,
            partition=ask.partition.name,
            day=day,
            grade="open" if error else "counted",
            promised=total,
            listed=listed.count(day),
            reason=_reason(error) if error else None,
            walked_at=at[0] if at else None,
        )
        for day in ask.window.days
    )


def _reason(error: ExtractorError) -> str:
    return str(error) if isinstance(error, KeptFailure) else f"{type(error).__name__}: {error}"
