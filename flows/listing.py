"""Listing a window of a source: each answer is kept, and no more is asked than proves its days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from extractors.asking import Asking, Fetch
from extractors.errors import FetchError, ListingError
from extractors.feed import to_overlap
from extractors.listing import Partition, Request, Response, Source, Window
from extractors.look import is_quiet
from extractors.walk import IsDeep, Walk, walk
from flows import keep
from flows.keep import Keeper
from flows.known import Held


def list_window(keeper: Keeper, source: Source, partitions: Sequence[Partition], window: Window) -> tuple[Walk, ...]:
    """Walk partitions of a source over a window, keeping each answer; a failing one stops no other."""
    return tuple(_walked(keeper, source, one, window) for one in partitions)


def list_news(keeper: Keeper, source: Source, window: Window, held: Mapping[str, Held]) -> tuple[Walk, ...]:
    """Walk the days of a daily window that were not walked after they were over; the others where they changed.

    Those are looked at: by one request where the source counts, by the pages that are read anyway where it is a feed.
    """
    return tuple(walked for one in source.partitions for walked in _news(keeper, source, one, window, held[one.name]))


def _news(keeper: Keeper, source: Source, partition: Partition, window: Window, held: Held) -> tuple[Walk, ...]:
    rest = held.rest(window)
    is_page = not source.is_feed and held.count(window) <= source.page_size
    if rest.start == window.start or is_page:
        return (_walked(keeper, source, partition, window),)
    if source.is_feed:
        return _feed_news(keeper, source, partition, (window, rest), held)
    past = Window(start=window.start, end=rest.start - timedelta(days=1))
    ask = Asking(source, partition, past, _fetch(keeper, source, partition, past, "look"))
    quiet = is_quiet(ask, held.count(past), held.keys.__contains__)
    return (_walked(keeper, source, partition, rest if quiet else window),)


def _feed_news(
    keeper: Keeper, source: Source, partition: Partition, windows: tuple[Window, Window], held: Held
) -> tuple[Walk, ...]:
    """The walk over the later window, read down to the whole one where it brings news; over both where that is old."""
    window, rest = windows
    known = keeper.known.depth(source.name, partition.name)
    found = _walked(keeper, source, partition, rest, to_overlap(known, window.start) if known else None)
    new = (row.announcement.disclosed_on for row in found.rows if row.sighting.source_key not in held.keys)
    if any(window.start <= day < rest.start for day in new):
        return found, _walked(keeper, source, partition, window)
    return (found,)


def _walked(
    keeper: Keeper, source: Source, partition: Partition, window: Window, is_deep: IsDeep | None = None
) -> Walk:
    """The walk over a window; what a walk before it left, when it was cut off, is not asked for again."""
    left = keeper.cut_off.of(source, partition, window)
    ask = _fetch(keeper, source, partition, window, "listing")
    if left.last:
        with suppress(ListingError, FetchError):  # the walk that follows meets it and says so
            look = _fetch(keeper, source, partition, window, "look")
            left.begin_behind(look(source.request(partition, window, left.last), left.last))

    def fetch(request: Request, page: int) -> Response:
        taken = left.take(page, keeper.run_id)
        if taken:
            return taken
        response = ask(request, page)
        if page == 1 and not source.is_feed:
            left.begin(keep.entry_of(keeper.run_id, "listing", source.name, request), response)
        return response

    return walk(source, partition, window, fetch, is_deep or keeper.known.depth(source.name, partition.name))


def _fetch(keeper: Keeper, source: Source, partition: Partition, window: Window, kind: str) -> Fetch:
    def fetch(request: Request, page: int) -> Response:
        entry = replace(
            keep.entry_of(keeper.run_id, kind, source.name, request),
            partition=partition.name,
            window_from=window.start,
            window_to=window.end,
            page=page,
        )
        return keep.kept(keeper, request, entry)

    return fetch
