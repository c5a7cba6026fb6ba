"""Digests: one hash a table, to tell whether two warehouses hold the same rows, in whatever order.

DuckDB adds up the rows' own hashes: 19 million made rows take 15 s of the processor.
"""

from __future__ import annotations

import hashlib

import duckdb

_LEFT_OUT = ("run",)
_LOW = 2**64 - 1  # the lower half of a hash: the halves' sums cannot overflow


def digests(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """SHA-256 of every table of `main` but `run`, by name; the column `changed_in_run` is left out."""
    tables = connection.execute(
        "select table_name from duckdb_tables() where schema_name = 'main' and not temporary order by table_name"
    ).fetchall()
    return {name: _digest(connection, name) for (name,) in tables if name not in _LEFT_OUT}


def _digest(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    columns = connection.execute(
        "select column_name, data_type from duckdb_columns() "
        "where schema_name = 'main' and table_name = ? and column_name <> 'changed_in_run' order by column_index",
        [table],
    ).fetchall()
    row = ", ".join(_printed(name, kind) for name, kind in columns)
    found = connection.execute(
        f"select count(*), sum((hash >> 64)::ubigint), sum((hash & {_LOW}::uhugeint)::ubigint) "  # noqa: S608 - names of the schema
        f"from (select md5_number(json_array({row})::varchar) as hash from {table})"
    ).fetchone()
    return hashlib.sha256(repr(found).encode()).hexdigest()


def _printed(column: str, kind: str) -> str:
    """The column as text, in UTC whatever the connection's time zone."""
    return f"timezone('UTC', {column})::varchar" if kind == "TIMESTAMP WITH TIME ZONE" else f"{column}::varchar"
