"""Asking the network and keeping each answer: what was asked, when, and what came back, also when it failed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from urllib.parse import urlencode

from extractors.errors import BadStatus, FetchError, HostResting
from extractors.fetch import Door
from extractors.listing import Request, Response
from flows.known import Known
from flows.resume import CutOff
from warehouse.archive import Archive, Entry
from warehouse.pending import Wanted


@dataclass(slots=True)
class Keeper:
    """Who asks for a run, where answers are kept, what runs before saw, and what they left unfinished."""

    archive: Archive
    door: Door
    run_id: str
    known: Known
    cut_off: CutOff = field(init=False)

    def __post_init__(self) -> None:
        """The archive tells what was cut off."""
        self.cut_off = CutOff(self.archive, self.run_id)


def fetch_files(keeper: Keeper, wanted: Sequence[Wanted]) -> Iterator[str | None]:
    """Fetch files, each address once, keeping each answer; for each, why it was not fetched, or None."""
    for address, source in {want.address: want.source for want in wanted}.items():
        entry = entry_of(keeper.run_id, "file", source, Request(method="GET", address=address, form=None, headers={}))
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
    return kept(keeper, request, entry_of(keeper.run_id, "probe", source, request))


def download_for_probe(keeper: Keeper, source: str, address: str) -> Response:
    """A file that a probe compares, kept as such."""
    request = Request(method="GET", address=address, form=None, headers={})
    entry = entry_of(keeper.run_id, "probe", source, request)
    return _asked(keeper, entry, lambda: keeper.door.download(address))


def entry_of(run_id: str, kind: str, source: str, request: Request) -> Entry:
    """What the archive keeps of a question, before it is answered."""
    return Entry(
        run_id=run_id, kind=kind, source=source, partition=None, window_from=None, window_to=None, page=None,
        method=request.method, address=request.address,
        request_body=urlencode(request.form, doseq=True) if request.form is not None else None,
        status=None, headers={}, final_address=None, fetched_at=datetime.now(UTC), sha256=None, byte_count=None,
        error=None,
    )  # fmt: skip


def kept(keeper: Keeper, request: Request, entry: Entry) -> Response:
    """The answer to a question, kept under its entry, also where it failed."""
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
