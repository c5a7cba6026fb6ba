"""Lookups: tables that are filled from a file of `lookups/`, whole, whenever that file changed."""

from __future__ import annotations

import hashlib
from importlib.resources import as_file, files

import duckdb


def fill(connection: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    """Put each changed file in the place of its table's rows; returns the names of these tables."""
    kept = dict(connection.execute("select name, hash from bookkeeping.lookup").fetchall())
    changed = []
    for name, found in sorted(_hashes().items()):
        if kept.get(name) != found:
            _replace(connection, name)
            connection.execute("insert or replace into bookkeeping.lookup values (?, ?)", [name, found])
            changed.append(name)
    return tuple(changed)


def names() -> frozenset[str]:
    """Tables that are filled so."""
    return frozenset(_hashes())


def _hashes() -> dict[str, str]:
    found = [path for path in files("warehouse").joinpath("lookups").iterdir() if path.name.endswith(".csv")]
    return {path.name.removesuffix(".csv"): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def _replace(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    with as_file(files("warehouse").joinpath("lookups", f"{table}.csv")) as path:
        connection.execute(f"delete from {table}")  # noqa: S608 - named by a file of this package
        connection.execute(
            f"insert into {table} by name "  # noqa: S608
            "select * from read_csv(?, header = true, all_varchar = true, nullstr = '', delim = ',', quote = '\"')",
            [str(path)],
        )
