"""Loading: rows a second of this project's way beside `executemany` and beside Arrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import astuple
from functools import partial
from pathlib import Path

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]

from benchmarks import made
from benchmarks.clock import Figure, taken
from extractors.records import Participant
from warehouse.connection import transaction, writer
from warehouse.load import load
from warehouse.migrate import migrate

ROWS = 5_000
Way = Callable[[duckdb.DuckDBPyConnection, Sequence[object]], object]


def ours(connection: duckdb.DuckDBPyConnection, rows: Sequence[object]) -> None:
    """As one JSON text a table."""
    load(connection, rows, "run")


def many(connection: duckdb.DuckDBPyConnection, rows: Sequence[object]) -> None:
    """Row by row, as bound values."""
    columns = ", ".join(Participant.__dataclass_fields__)
    connection.executemany(
        f"insert into participant ({columns}, changed_in_run) values (?, ?, ?, ?, ?, 'run')",  # noqa: S608 - names of the schema
        [astuple(row) for row in rows],  # type: ignore[call-overload]
    )


def arrow(connection: duckdb.DuckDBPyConnection, rows: Sequence[object]) -> None:
    """As an Arrow table that DuckDB scans."""
    names = list(Participant.__dataclass_fields__)
    connection.register("given", pa.table({name: [getattr(row, name) for row in rows] for name in names}))
    columns = ", ".join(names)
    connection.execute(f"insert into participant ({columns}, changed_in_run) select {columns}, 'run' from given")  # noqa: S608


def rows_a_second(way: Way, rows: Sequence[object], path: Path) -> float:
    """Rows that one way loads in a second of the processor, into an empty file in one transaction."""
    with writer(path) as connection:
        migrate(connection)
        with transaction(connection):
            took = taken(partial(way, connection, rows))
    return len(rows) / took.cpu


def figures(folder: Path, count: int = ROWS) -> list[Figure]:
    """Each way with the same rows."""
    rows = [row for n in range(count // made.PARTICIPANTS) for row in made.parsed(n) if isinstance(row, Participant)]
    ways: dict[str, Way] = {"ours": ours, "executemany": many, "Arrow": arrow}
    return [
        Figure(f"load participants: {name}", rows_a_second(way, rows, folder / f"{name}.duckdb"), "rows/s CPU")
        for name, way in ways.items()
    ]
