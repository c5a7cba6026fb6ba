"""Loading: rows a second of this project's way beside `executemany` and beside Arrow, for the same whole records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]

from benchmarks import made
from benchmarks.clock import Figure, taken
from warehouse.connection import transaction, writer
from warehouse.load import load, table_of
from warehouse.migrate import migrate

RECORDS = 60  # some 5,000 rows
Way = Callable[[duckdb.DuckDBPyConnection, Sequence[object]], object]


def ours(connection: duckdb.DuckDBPyConnection, rows: Sequence[object]) -> None:
    """As one JSON text a table."""
    load(connection, rows, "run")


def many(connection: duckdb.DuckDBPyConnection, rows: Sequence[object]) -> None:
    """Row by row, as bound values."""
    for table, given in _by_table(rows).items():
        columns = _columns(given)
        marks = ", ".join("?" * len(columns))
        connection.executemany(
            f"insert into {table} ({', '.join(columns)}, changed_in_run) values ({marks}, 'run')",  # noqa: S608 - names of the schema
            [[getattr(row, name) for name in columns] for row in given],
        )


def arrow(connection: duckdb.DuckDBPyConnection, rows: Sequence[object]) -> None:
    """As an Arrow table that DuckDB scans."""
    for table, given in _by_table(rows).items():
        columns = _columns(given)
        connection.register("given", pa.table({name: list(map(attrgetter(name), given)) for name in columns}))
        listed = ", ".join(columns)
        connection.execute(f"insert into {table} ({listed}, changed_in_run) select {listed}, 'run' from given")  # noqa: S608


WAYS: Mapping[str, Way] = {"ours": ours, "executemany": many, "Arrow": arrow}


def rows_a_second(way: Way, rows: Sequence[object], path: Path) -> float:
    """Rows that one way loads in a second of the processor, into an empty file in one transaction."""
    with writer(path) as connection:
        migrate(connection)
        with transaction(connection):
            took = taken(partial(way, connection, rows))
    return len(rows) / took.cpu


def figures(folder: Path, count: int = RECORDS) -> list[Figure]:
    """Each way with the same rows, of so many records with all that hangs on them."""
    rows = [row for n in range(count) for row in made.parsed(n)]
    return [
        Figure(f"load {len(rows)} rows: {name}", rows_a_second(way, rows, folder / f"{name}.duckdb"), "rows/s CPU")
        for name, way in WAYS.items()
    ]


def _by_table(rows: Sequence[object]) -> Mapping[str, list[object]]:
    found: dict[str, list[object]] = defaultdict(list)
    for row in rows:
        found[table_of(row)].append(row)
    return found


def _columns(rows: Sequence[Any]) -> list[str]:
    return [one.name for one in fields(rows[0])]
