"""The one walk over a listing: every page, counted against the source's own total.

Pages come from the count, never from `hasMore`; page 1 is read again after the last; an empty middle
page is asked again; a repeated page, an ignored filter or a count that does not fit fails the
partition loudly. The walk is a function of the responses: run again on archived ones it gives the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
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
    """One window of one partition, how to get its pages, and what they gave so far."""

    source: Source
    partition: Partition
    window: Window
    fetch: Fetch
    rows: dict[str, ListedRow] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    at: list[datetime] = field(default_factory=list)  # instants of the answers

    def page(self, number: int) -> ListingPage:
        """One page, its rows checked against what was asked."""
        response = self.fetch(self.source.request(self.partition, self.window, number), number)
        self.at.append(response.fetched_at)
        page = self.source.parse(response.content, response.fetched_at, self.partition)
        for row in page.rows:
            day = row.announcement.disclosed_on
            if not self.window.start - _SLACK <= day <= self.window.end + _SLACK:
                asked = f"{self.window.start}~{self.window.end}"
                raise FilterIgnored(source=self.source.name, asked=asked, got=f"a row of {day}")
        return page

    def take(self, page: ListingPage) -> bool:
        """Add a page's rows; returns whether any is new."""
        before = len(self.rows)
        for row in page.rows:
            self.rows.setdefault(row.sighting.source_key, row)
        self.notes.extend(page.notes)
        return len(self.rows) > before

    def found(self, days: tuple[ListingDay, ...], error: ExtractorError | None) -> Walk:
        """What was found."""
        return Walk(tuple(self.rows.values()), days, error, tuple(dict.fromkeys(self.notes)))


class _TooMany(Exception):  # noqa: N818 - no error of the caller's
    """Raised when a window has more pages than one query may have."""

    def __init__(self, pages: int) -> None:
        self.pages = pages


def walk(source: Source, partition: Partition, window: Window, fetch: Fetch) -> Walk:
    """The window's rows, and one graded day for each of its days.

    A failing window gives its days as `open` with the reason, and the rows seen before it failed; no days
    where no answer came and its error does not tell the instant.
    """
    ask = _Ask(source, partition, window, fetch)
    try:
        return ask.found(_days(ask, _walked(ask), None), None)
    except _TooMany as large:
        if window.start < window.end:
            return _joined(*(walk(source, partition, half, fetch) for half in window.halves()))
        error: ExtractorError = PartitionTooLarge(source=source.name, pages=large.pages, limit=source.page_limit)
    except ListingError as failed:
        error = failed
    except FetchError as failed:
        error = failed
        if failed.at:
            ask.at.append(failed.at)
    return ask.found(_days(ask, None, error), error)


def _joined(first: Walk, second: Walk) -> Walk:
    """Two walks as one, each row once."""
    rows = {row.sighting.source_key: row for row in first.rows}
    for row in second.rows:
        rows.setdefault(row.sighting.source_key, row)
    notes = tuple(dict.fromkeys(first.notes + second.notes))
    return Walk(tuple(rows.values()), first.days + second.days, first.error or second.error, notes)


def _walked(ask: _Ask) -> int:
    """Fill in the rows of the window; returns the total. Walks again where the listing changed meanwhile."""
    promised = listed = 0
    for _ in range(_WALKS):
        ask.rows.clear()
        page = ask.page(1)
        promised = page.total
        pages = -(-promised // ask.source.page_size)
        if pages > ask.source.page_limit:
            raise _TooMany(pages)
        ask.take(page)
        for number in range(2, pages + 1):
            _next(ask, number)
        listed = len(ask.rows)
        if (pages <= 1 or _unchanged(ask, page)) and listed == promised:
            return promised
    raise CountMismatch(source=ask.source.name, promised=promised, listed=listed)


def _next(ask: _Ask, number: int) -> None:
    """Take one page behind the first, asked again while it is empty."""
    for _ in range(_EMPTY_TRIES):
        page = ask.page(number)
        if page.rows:
            if not ask.take(page):
                raise PageRepeated(source=ask.source.name, page=number)
            return
    raise MiddlePageEmpty(source=ask.source.name, page=number)


def _unchanged(ask: _Ask, first: ListingPage) -> bool:
    """Whether page 1 is as it was before the other pages were read."""
    again = ask.page(1)
    return again.total == first.total and _keys(again.rows) == _keys(first.rows)


def _keys(rows: Sequence[ListedRow]) -> tuple[str, ...]:
    return tuple(row.sighting.source_key for row in rows)


def _days(ask: _Ask, total: int | None, error: ExtractorError | None) -> tuple[ListingDay, ...]:
    """One row a day of the window; rows dated a day beside it count under their own day there."""
    if not ask.at:
        return ()
    listed = [row.announcement.disclosed_on for row in ask.rows.values()]
    return tuple(
        ListingDay(
            source=ask.source.name,
            partition=ask.partition.name,
            day=day,
            grade="open" if error else "counted",
            promised=total,
            listed=listed.count(day),
            reason=_reason(error) if error else None,
            walked_at=ask.at[0],
        )
        for day in ask.window.days
    )


def _reason(error: ExtractorError) -> str:
    return str(error) if isinstance(error, KeptFailure) else f"{type(error).__name__}: {error}"
