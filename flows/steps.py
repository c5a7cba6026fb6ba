"""The steps of a run as plain functions: list, fetch, load, read, settle, publish; each restartable by itself."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from extractors import reading
from extractors.records import ActivityRecord
from extractors.registers import institution, topic
from extractors.registers.resolution import institution_names
from extractors.sources import SOURCES
from flows import pool, replay
from flows.settings import Settings
from warehouse import account, pending
from warehouse import industry as industries
from warehouse import load as loading
from warehouse.archive import Archive
from warehouse.connection import reader, transaction, writer
from warehouse.digest import digests
from warehouse.errors import DamagedWarehouse
from warehouse.migrate import migrate
from warehouse.names import names_to_resolve
from warehouse.publish import publish as publish_file

CHUNK = 100  # documents a task


def new_run_id(now: datetime | None = None) -> str:
    """A run's name: the instant of its start and a random part, so that names sort by time."""
    return f"{(now or datetime.now(UTC)):%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}"


def load(settings: Settings, run_id: str, building: Path) -> dict[str, int]:
    """Load every entry of the archive that is not loaded yet; returns rows by table, and announcements that are new."""
    archive = Archive(settings.archive)
    archive.settle()
    counts: Counter[str] = Counter()
    with writer(building) as connection:
        migrate(connection)
        loaded = loading.loaded_segments(connection)
        archive.require(loaded)
        before = _in_order(loaded, archive.segments())
        new = list(archive.entries(before))
        entries = [entry for _, entry in new]
        held = account.sizes(connection)["announcement"]
        with transaction(connection):
            counts.update(loading.load(connection, (*institution.records(), *topic.topics()), run_id))
            counts.update(loading.load(connection, replay.listing_records(archive, entries), run_id))
            rows = connection.execute(
                "select distinct address, announcement_id from sighting where address is not null"
            )
            addresses = replay.by_address(rows.fetchall())
            counts.update(loading.load(connection, replay.file_records(archive, entries, addresses), run_id))
            added = Counter(segment for segment, _ in new)
            loading.mark_loaded(connection, {name: before.get(name, 0) + count for name, count in added.items()})
            industries.fill(connection, settings.home / "industry.csv", run_id)
            loading.link(connection, run_id)  # the rest is derived once, when all is read
        counts["new"] = account.sizes(connection)["announcement"] - held
    return dict(counts)


def read(settings: Settings, run_id: str, document_ids: Sequence[str], building: Path) -> tuple[int, int]:
    """Read documents in processes of their own and load what they gave; returns how many were parsed, and refused.

    Raises MissingObject, before anything is read, where an archived file is lost or altered.
    """
    archive = Archive(settings.archive)
    for one in document_ids:
        archive.read(one)
    readings = list(pool.read_all([archive.path(one) for one in document_ids], settings.jobs))
    records = [record for one in readings for record in (one.document, *one.records)]
    with writer(building) as connection, transaction(connection):
        loading.replace_parsed(connection, document_ids, records, run_id=run_id, version=reading.VERSION)
        loading.mark_read(connection, {one.document.document_id: one.seconds for one in readings})
    parsed = sum(any(isinstance(record, ActivityRecord) for record in one.records) for one in readings)
    return parsed, len(readings) - parsed


def unread(building: Path) -> tuple[tuple[str, ...], ...]:
    """Documents that this version has not read, or can read now, in chunks."""
    with writer(building) as connection:
        ids = pending.documents_to_parse(connection, reading.VERSION, reading.curable())
    return chunks(ids)


def chunks(ids: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Ids of documents in the parts that a task reads."""
    return tuple(tuple(ids[i : i + CHUNK]) for i in range(0, len(ids), CHUNK))


def watermark(settings: Settings, source: str) -> date | None:
    """The day up to which the source is proved; None before the first walk."""
    with writer(settings.building) as connection:
        migrate(connection)
        return pending.watermark(connection, source)


def proved(settings: Settings, names: Sequence[str]) -> dict[str, frozenset[date]]:
    """The days of each source that need not be listed again."""
    with writer(settings.building) as connection:
        migrate(connection)
        return {
            name: pending.days_proved(connection, name, [one.name for one in SOURCES[name].partitions])
            for name in names
        }


def last_proof(building: Path, source: str) -> datetime | None:
    """The instant of the latest walk that proved a day of the source; None before the first."""
    with writer(building) as connection:
        migrate(connection)
        return pending.last_proof(connection, source)


def settle(building: Path, values: dict[str, object]) -> None:
    """Resolve names of institutions, fill what follows from the rows that are loaded, and keep account of the run."""
    with writer(building) as connection, transaction(connection):
        names = names_to_resolve(connection, institution.register_hash())
        loading.load(connection, institution_names(names), str(values["run_id"]))
        loading.derive(connection, str(values["run_id"]))
        loading.record_run(connection, {**values, **account.of_run(connection, str(values["run_id"]))})


def publish(settings: Settings, building: Path) -> tuple[tuple[str, ...], bool]:
    """Check the writer's file and put a copy in the published one's place.

    Returns the checks' warnings, and whether every table is as it was published before: then the file before that
    stays the previous one. Every row of every table is read first: a damaged file is not published.
    """
    with writer(building) as connection:
        now = digests(connection)
    before = _published(settings.published)
    warnings = publish_file(building, settings.published, keep=before != now)
    said = tuple(f"{found.meaning} {found.rows} ({found.name})" for found in warnings)
    return said, before == now


def _in_order(loaded: dict[str, int], segments: Sequence[str]) -> dict[str, int]:
    """The loaded segments; none where a new one stands before them: the later row wins, so all are read in order."""
    late = [name for name in segments if name not in loaded and loaded and name < max(loaded)]
    return {} if late else loaded


def _published(path: Path) -> dict[str, str]:
    """Digests of what is published; none where nothing is, or where it is damaged: then it is replaced."""
    if not path.exists():
        return {}
    try:
        with reader(path) as connection:
            return digests(connection)
    except DamagedWarehouse:
        return {}
