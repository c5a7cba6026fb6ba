"""The steps of a run as plain functions: list, fetch, load, read, publish; each restartable by itself."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlencode

from extractors import reading
from extractors.errors import BadStatus, FetchError, HostResting
from extractors.fetch import Door
from extractors.listing import Partition, Request, Response, Source, Window
from extractors.records import ActivityRecord, Institution, InstitutionAlias
from extractors.registers.institution import known
from extractors.walk import Walk, walk
from flows import pool, replay
from flows.settings import Settings
from warehouse import load as loading
from warehouse import pending
from warehouse.archive import Archive, Entry
from warehouse.connection import transaction, writer
from warehouse.migrate import migrate
from warehouse.publish import publish as publish_file

CHUNK = 100  # documents a task


@dataclass(frozen=True, slots=True)
class Read:
    """What a chunk of documents gave."""

    parsed: int
    refused: int


def new_run_id(now: datetime | None = None) -> str:
    """A run's name: the instant of its start and a random part, so that names sort by time."""
    return f"{(now or datetime.now(UTC)):%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}"


def list_window(settings: Settings, door: Door, run_id: str, source: Source, window: Window) -> tuple[Walk, ...]:
    """Walk every partition of a source over a window, keeping each answer; a failing partition stops no other."""
    archive = Archive(settings.archive)
    return tuple(
        walk(source, partition, window, lambda request, page, part=partition: _kept(  # type: ignore[misc]
            archive, door, request, _asked(run_id, source, part, window, request, page)
        ))
        for partition in source.partitions
    )  # fmt: skip


def fetch_files(settings: Settings, door: Door, run_id: str, wanted: Sequence[pending.Wanted]) -> Iterator[str | None]:
    """Fetch files, keeping each answer; for each, why it was not fetched, or None."""
    archive = Archive(settings.archive)
    for address, source in dict((want.address, want.source) for want in wanted).items():  # noqa: C402 - each address once
        request = Request(method="GET", address=address, form=None, headers={})
        entry = _entry(run_id, "file", source, request)
        try:
            _keep(archive, entry, door.download(address))
        except HostResting as error:
            yield str(error)
        except FetchError as error:
            _keep_failure(archive, entry, error)
            yield str(error)
        else:
            yield None


def load_archive(settings: Settings, run_id: str, building: Path | None = None) -> dict[str, int]:
    """Load every entry of the archive that is not loaded yet; returns rows by table."""
    archive = Archive(settings.archive)
    counts: Counter[str] = Counter()
    with writer(building or settings.building) as connection:
        migrate(connection)
        before = loading.loaded_segments(connection)
        new = list(archive.entries(before))
        entries = [entry for _, entry in new]
        with transaction(connection):
            counts.update(loading.load(connection, _register(), run_id))
            counts.update(loading.load(connection, replay.listing_records(archive, entries), run_id))
            rows = connection.execute("select distinct address, announcement_id from sighting where address is not null")
            addresses = replay.by_address(rows.fetchall())
            counts.update(loading.load(connection, replay.file_records(archive, entries, addresses), run_id))
            loaded = Counter(segment for segment, _ in new)
            loading.mark_loaded(connection, {name: before.get(name, 0) + count for name, count in loaded.items()})
            loading.derive(connection, run_id)
    return dict(counts)


def read_documents(
    settings: Settings, run_id: str, document_ids: Sequence[str], building: Path | None = None
) -> Read:
    """Read the documents in processes of their own and load what they gave."""
    archive = Archive(settings.archive)
    readings = list(pool.read_all([archive.path(one) for one in document_ids], settings.jobs))
    records = [record for one in readings for record in (one.document, *one.records)]
    with writer(building or settings.building) as connection, transaction(connection):
        loading.replace_parsed(connection, document_ids, records, run_id=run_id, version=reading.VERSION)
        loading.derive(connection, run_id)
    parsed = sum(any(isinstance(record, ActivityRecord) for record in one.records) for one in readings)
    return Read(parsed=parsed, refused=len(readings) - parsed)


def unread(settings: Settings, building: Path | None = None) -> tuple[tuple[str, ...], ...]:
    """Documents that this version has not read, in chunks."""
    with writer(building or settings.building) as connection:
        ids = pending.documents_to_parse(connection, reading.VERSION)
    return tuple(ids[i : i + CHUNK] for i in range(0, len(ids), CHUNK))


def unfetched(settings: Settings) -> tuple[pending.Wanted, ...]:
    """Files that no answer has brought yet."""
    with writer(settings.building) as connection:
        return pending.files_to_fetch(connection)


def watermark(settings: Settings, source: str) -> date | None:
    """The day up to which the source is proved; None before the first walk."""
    with writer(settings.building) as connection:
        migrate(connection)
        return pending.watermark(connection, source)


def record_run(settings: Settings, values: dict[str, object], building: Path | None = None) -> None:
    """Keep account of a run."""
    with writer(building or settings.building) as connection:
        loading.record_run(connection, values)


def publish(settings: Settings, building: Path | None = None) -> Path:
    """Check the writer's file and put a copy in the published one's place."""
    return publish_file(building or settings.building, settings.published)


def _register() -> Iterator[object]:
    """The institution register as records."""
    seen: set[str] = set()
    aliases: set[str] = set()
    for row in known():
        if row.full_name not in seen:
            seen.add(row.full_name)
            yield Institution(
                institution_id=row.full_name, name=row.full_name, short_name=row.short_name, type=row.type,
                group_name=None, valid_from=None, valid_to=None,
            )  # fmt: skip
        for alias, evidence in ((row.full_name, "full name"), (row.short_name, "short name")):
            if alias not in aliases:
                aliases.add(alias)
                yield InstitutionAlias(alias=alias, institution_id=row.full_name, evidence=f"{evidence} of the register")


def _asked(run_id: str, source: Source, partition: Partition, window: Window, request: Request, page: int) -> Entry:
    entry = _entry(run_id, "listing", source.name, request)
    return replace(entry, partition=partition.name, window_from=window.start, window_to=window.end, page=page)


def _entry(run_id: str, kind: str, source: str, request: Request) -> Entry:
    return Entry(
        run_id=run_id, kind=kind, source=source, partition=None, window_from=None, window_to=None, page=None,
        method=request.method, address=request.address,
        request_body=urlencode(request.form) if request.form is not None else None,
        status=None, headers={}, final_address=None, fetched_at=datetime.now(UTC), sha256=None, byte_count=None, error=None,
    )  # fmt: skip


def _kept(archive: Archive, door: Door, request: Request, entry: Entry) -> Response:
    try:
        response = door.ask(request)
    except FetchError as error:
        _keep_failure(archive, entry, error)
        raise
    _keep(archive, entry, response)
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
