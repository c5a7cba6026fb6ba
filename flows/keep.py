"""Asking the network and keeping each answer: what was asked, when, and what came back, also when it failed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlencode

from extractors.errors import BadStatus, FetchError, HostResting
from extractors.fetch import Door
from extractors.listing import Partition, Request, Response, Source, Window
from extractors.walk import Walk, walk
from flows.known import Known
from warehouse.archive import Archive, Entry
from warehouse.pending import Wanted


@dataclass(frozen=True, slots=True)
class Keeper:
    """Who asks for a run, where answers are kept, and what runs before saw."""

    archive: Archive
    door: Door
    run_id: str
    known: Known


def list_window(keeper: Keeper, source: Source, partitions: Sequence[Partition], window: Window) -> tuple[Walk, ...]:
    """Walk partitions of a source over a window, keeping each answer; a failing one stops no other."""

    def of(partition: Partition) -> Walk:
        def fetch(request: Request, page: int) -> Response:
            entry = replace(
                _entry(keeper.run_id, "listing", source.name, request),
                partition=partition.name,
                window_from=window.start,
                window_to=window.end,
                page=page,
            )
            return _kept(keeper, request, entry)

        return walk(source, partition, window, fetch, keeper.known.depth(source.name, partition.name))

    return tuple(of(partition) for partition in partitions)


def fetch_files(keeper: Keeper, wanted: Sequence[Wanted]) -> Iterator[str | None]:
    """Fetch files, each address once, keeping each answer; for each, why it was not fetched, or None."""
    for address, source in {want.address: want.source for want in wanted}.items():
        entry = _entry(keeper.run_id, "file", source, Request(method="GET", address=address, form=None, headers={}))
        try:
            _keep(keeper.archive, entry, keeper.door.download(address))
        except HostResting as error:
            yield str(error)
        except FetchError as error:
            _keep_failure(keeper.archive, entry, error)
            yield str(error)
        else:
            yield None


def ask_for_probe(keeper: Keeper, source: str, request: Request) -> Response:
    """The answer to a probe's question, kept as such: loading passes over it."""
    return _kept(keeper, request, _entry(keeper.run_id, "probe", source, request))


def download_for_probe(keeper: Keeper, source: str, address: str) -> Response:
    """A file that a probe compares, kept as such."""
    request = Request(method="GET", address=address, form=None, headers={})
    entry = _entry(keeper.run_id, "probe", source, request)
    return _asked(keeper, entry, lambda: keeper.door.download(address))


def _entry(run_id: str, kind: str, source: str, request: Request) -> Entry:
    return Entry(
        run_id=run_id, kind=kind, source=source, partition=None, window_from=None, window_to=None, page=None,
        method=request.method, address=request.address,
        request_body=urlencode(request.form, doseq=True) if request.form is not None else None,
        status=None, headers={}, final_address=None, fetched_at=datetime.now(UTC), sha256=None, byte_count=None,
        error=None,
    )  # fmt: skip


def _kept(keeper: Keeper, request: Request, entry: Entry) -> Response:
    return _asked(keeper, entry, lambda: keeper.door.ask(request))


def _asked(keeper: Keeper, entry: Entry, ask: Callable[[], Response]) -> Response:
    try:
        response = ask()
    except FetchError as error:
        _keep_failure(keeper.archive, entry, error)
        raise
    _keep(keeper.archive, entry, response)
    return response


def _keep(archive: Archive, entry: Entry, response: Response) -> None:
    answered = replace(
        entry,
        status=response.status,
        headers=dict(response.headers),
        final_address=response.final_address,
        fetched_at=response.fetched_at,
    )
    archive.store(answered, response.content)


def _keep_failure(archive: Archive, entry: Entry, error: FetchError) -> None:
    status = error.status if isinstance(error, BadStatus) else None
    content = error.content if isinstance(error, BadStatus) else None
    archive.store(replace(entry, status=status, error=f"{type(error).__name__}: {error}"), content)
