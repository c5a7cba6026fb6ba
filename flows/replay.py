"""Archived responses as records: the same walk and the same parsing as live, with no network."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, takewhile

from extractors import reading
from extractors.errors import KeptFailure
from extractors.listing import ListingPage, Request, Response, Source, Window
from extractors.records import AnnouncementDocument
from extractors.sources import ALL, partition_of
from extractors.walk import Fetch, IsDeep, walk
from warehouse.archive import Archive, Entry


def listing_records(archive: Archive, entries: Iterable[Entry]) -> Iterator[object]:
    """Announcements, sightings, facts and graded days of the listing entries, walk by walk."""
    listed = (entry for entry in entries if entry.kind == "listing")
    for (_, name, partition, start, end), group in groupby(listed, key=walk_of):
        source = ALL[name]
        if start and end:
            yield from _walked(archive, source, str(partition), Window(start=start, end=end), deque(group))


def file_records(
    archive: Archive, entries: Iterable[Entry], announcements: dict[str, tuple[str, ...]]
) -> Iterator[object]:
    """Documents of the file entries, and the announcements (by address) that they were fetched for."""
    for entry in entries:
        if entry.kind != "file" or not entry.sha256 or entry.error:
            continue
        yield reading.document(archive.read(entry.sha256))
        for announcement_id in announcements.get(entry.address, ()):
            yield AnnouncementDocument(
                announcement_id=announcement_id,
                document_id=entry.sha256,
                address=entry.address,
                fetched_at=entry.fetched_at,
                last_fetched_at=entry.fetched_at,
            )


def walk_of(entry: Entry) -> tuple[str, str, str | None, date | None, date | None]:
    """What tells a walk from others: run, source, partition, first and last day."""
    return entry.run_id, entry.source, entry.partition, entry.window_from, entry.window_to


def _walked(archive: Archive, source: Source, partition: str, window: Window, queue: deque[Entry]) -> Iterator[object]:
    """The records of a walk; where a run walked the window again, of each of its walks in turn."""
    found = partition_of(source.name, partition)
    while queue:
        left = len(queue)
        done = walk(source, found, window, archived(archive, queue), as_far(queue))
        for row in done.rows:
            yield row.announcement
            yield row.sighting
        yield from done.facts
        yield from done.days
        if len(queue) == left or (source.is_feed and [entry.page for entry in queue] == [1]):
            return  # a page 1 left over was once read again behind two settled pages


def archived(archive: Archive, queue: deque[Entry]) -> Fetch:
    """A fetch that hands out the archived responses in order."""

    def fetch(request: Request, page: int) -> Response:
        if not queue or queue[0].page != page:
            raise KeptFailure(reason=f"{request.address}: the run ended before page {page}; the next run asks again")
        entry = queue.popleft()
        if entry.error or not entry.sha256 or not entry.status:
            failed = KeptFailure(reason=entry.error or f"{request.address}: no content was kept")
            failed.at = entry.fetched_at
            raise failed
        return response(entry, archive.read(entry.sha256))

    return fetch


def response(entry: Entry, content: bytes) -> Response:
    """The answer of an entry, as it came."""
    return Response(
        status=entry.status or 0,
        headers=entry.headers,
        final_address=entry.final_address or entry.address,
        content=content,
        fetched_at=entry.fetched_at,
    )


def as_far(queue: deque[Entry]) -> IsDeep:
    """A feed is read as far down as it was then: to the page behind which one more was asked, and to that."""

    def is_deep(_: ListingPage) -> bool:
        below = takewhile(lambda entry: entry.page != 1, tuple(queue))
        return len({entry.page for entry in below}) <= 1

    return is_deep


def by_address(rows: Sequence[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Announcement ids by the address of their file."""
    done: dict[str, list[str]] = {}
    for address, announcement_id in rows:
        done.setdefault(address, []).append(announcement_id)
    return {address: tuple(sorted(ids)) for address, ids in done.items()}
