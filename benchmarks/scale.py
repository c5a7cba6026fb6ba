"""The warehouse in its full size, on made data: loading, deriving, measuring, views, a day more, publishing."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import fmean

import duckdb

from benchmarks import made
from benchmarks.clock import Figure, Taken, taken
from warehouse import load as loading
from warehouse.connection import reader, transaction, writer
from warehouse.digest import digests
from warehouse.migrate import migrate, scripts
from warehouse.publish import publish

RECORDS = 200_000  # with 3.5 million rows of participants and 2.5 million of questions
_CHUNK = 500  # records loaded at once
_DAY = 100  # records of a day
_LIMITS = "set threads = 2; set memory_limit = '4GiB'"
_COMPANY = "org000123"
_QUERIES = {  # what an analyst asks of a view; all others are asked for one company, or whole where they have none
    "qa": "select * from qa where company_id = 'org000123' order by available_at desc limit 50",
    "record_overview": "select * from record_overview order by available_at desc limit 50",
}


def loaded(connection: duckdb.DuckDBPyConnection, first: int, count: int) -> Iterator[tuple[int, Taken]]:
    """Load made records a chunk at a time; yields the rows of each chunk and what their loading took."""
    for start in range(first, first + count, _CHUNK):
        numbers = range(start, min(start + _CHUNK, first + count))
        records = [record for n in numbers for record in (*made.listing(n), *made.parsed(n))]
        ids = [made.document_id(n) for n in numbers]
        yield len(records), taken(partial(_replace, connection, ids, records))


def growth(chunks: list[tuple[int, Taken]]) -> float:
    """How much longer a row of the last tenth took than one of the first."""
    tenth = max(1, len(chunks) // 10)
    first, last = (fmean(took.cpu / rows for rows, took in part) for part in (chunks[:tenth], chunks[-tenth:]))
    return last / first


def views(path: Path) -> dict[str, Taken]:
    """What a typical query of each shipped view takes."""
    with reader(path) as connection:
        connection.execute(_LIMITS)
        queries = {name: _query(connection, name) for name, _ in scripts("views")}
        return {name: taken(partial(_all, connection, text)) for name, text in queries.items()}


def figures(folder: Path, count: int) -> list[Figure]:
    """All figures of a warehouse of so many records."""
    building, target = folder / "building.duckdb", folder / "published.duckdb"
    with writer(building) as connection:
        migrate(connection)
        connection.execute(_LIMITS)
        chunks = list(loaded(connection, 0, count))
    rows, cpu = sum(found for found, _ in chunks), sum(took.cpu for _, took in chunks)
    whole = taken(lambda: _derive(building))
    published = taken(lambda: _publish(building, target))
    asked = views(target)
    slowest = max(asked, key=lambda name: asked[name].cpu)
    day = taken(lambda: _day(building, target, count))
    return [
        Figure(f"rows loaded, of {count} records", rows, "rows"),
        Figure("load", rows / cpu, "rows/s CPU", 20_000, most=False),
        Figure("last tenth of the load against the first", growth(chunks), "times", 1.3),
        Figure("derive and measure all", whole.cpu, "s CPU"),
        Figure("publish, with digests", published.cpu, "s CPU", 60),
        Figure(f"slowest view: {slowest}", asked[slowest].cpu, "s CPU", 1),
        *(Figure(f"view {name}", took.cpu, "s CPU") for name, took in asked.items()),
        Figure(f"a day of {_DAY} new records, loaded, derived, published", day.cpu, "s CPU", 60),
        Figure("memory at most", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB", 4096),
    ]


def _replace(connection: duckdb.DuckDBPyConnection, ids: list[str], records: list[object]) -> None:
    with transaction(connection):
        loading.replace_parsed(connection, ids, records, run_id="first", version="made")


def _all(connection: duckdb.DuckDBPyConnection, text: str) -> list[tuple[object, ...]]:
    return connection.execute(text).fetchall()


def _derive(building: Path) -> None:
    with writer(building) as connection, transaction(connection):
        connection.execute(_LIMITS)
        loading.derive(connection, "derived")


def _publish(building: Path, target: Path) -> None:
    with writer(building) as connection:
        connection.execute(_LIMITS)
        digests(connection)
    publish(building, target)


def _day(building: Path, target: Path, count: int) -> None:
    with writer(building) as connection:
        connection.execute(_LIMITS)
        for _ in loaded(connection, count, _DAY):
            pass
    _derive(building)
    _publish(building, target)


def _query(connection: duckdb.DuckDBPyConnection, view: str) -> str:
    """What is asked of a view."""
    columns = {column for (column,) in connection.execute(f"select column_name from (describe {view})").fetchall()}  # noqa: S608 - a view of ours
    where = f" where company_id = '{_COMPANY}'" if "company_id" in columns else ""
    return _QUERIES.get(view, f"select * from {view}{where} limit 1000")  # noqa: S608
