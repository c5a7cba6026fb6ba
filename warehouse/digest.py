"""Digests: one hash a table, ordered by primary key, to tell whether two warehouses hold the same rows."""

from __future__ import annotations

import hashlib

import duckdb

_LEFT_OUT = ("run",)
_BATCH = 10_000


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
    keys = connection.execute(
        "select constraint_column_names from duckdb_constraints() "
        "where schema_name = 'main' and table_name = ? and constraint_type = 'PRIMARY KEY'",
        [table],
    ).fetchone()
    listed = ", ".join(_printed(name, kind) for name, kind in columns)
    order = ", ".join(keys[0]) if keys else listed
    result = hashlib.sha256()
    cursor = connection.execute(f"select {listed} from {table} order by {order}")  # noqa: S608 - names of the schema
    while rows := cursor.fetchmany(_BATCH):
        for row in rows:
            result.update(repr(row).encode())
    return result.hexdigest()


def _printed(column: str, kind: str) -> str:
    """The column as text, in UTC whatever the connection's time zone."""
    return f"timezone('UTC', {column})::varchar" if kind == "TIMESTAMP WITH TIME ZONE" else f"{column}::varchar"
