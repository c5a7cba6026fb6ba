"""What changed between two published files: rows added, removed and changed, with the columns that changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.errors import NothingPublished

_LEFT_OUT = ("run",)
_COLUMNS = """
select table_name, list(column_name order by column_index)
from duckdb_columns()
where database_name = ? and schema_name = 'main' and column_name <> 'changed_in_run'
  and table_oid in (select table_oid from duckdb_tables() where database_name = ?)
group by table_name
order by table_name
"""
_KEYS = """
select table_name, constraint_column_names
from duckdb_constraints()
where database_name = 'new' and schema_name = 'main' and constraint_type = 'PRIMARY KEY'
"""


@dataclass(frozen=True, slots=True)
class Change:
    """One row that was added or removed, or one value that changed."""

    table: str
    key: str  # values of the primary key, parted by blanks
    column: str | None  # None where the whole row was added or removed
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """How one table changed."""

    table: str
    added: int
    removed: int
    changed: int  # values, not rows


def diff(old: Path, new: Path) -> tuple[tuple[Count, ...], tuple[Change, ...]]:
    """Counts of the tables that changed, and every change, by table, key and column.

    `changed_in_run` and the table `run` are left out, as in digests; a table that only one file has counts as empty
    in the other, a column that only one has is not compared. Raises NothingPublished.
    """
    for path in (old, new):
        if not path.exists():
            raise NothingPublished(path=path)
    with duckdb.connect() as connection:
        for name, path in (("old", old), ("new", new)):
            place = str(path).replace("'", "''")
            connection.execute(f"attach '{place}' as {name} (read_only)")
        changes = tuple(_changes(connection))
    tables = sorted({change.table for change in changes})
    return tuple(_count(table, changes) for table in tables), changes


def _changes(connection: duckdb.DuckDBPyConnection) -> Iterator[Change]:
    before, after = (dict(connection.execute(_COLUMNS, [name, name]).fetchall()) for name in ("old", "new"))
    keys = dict(connection.execute(_KEYS).fetchall())
    for table in sorted(set(before) & set(after) - set(_LEFT_OUT)):
        key = keys[table]
        yield from _rows(connection, table, key, ("old", "new"))
        for column in after[table]:
            if column in before[table] and column not in key:
                yield from _values(connection, table, key, column)


def _rows(
    connection: duckdb.DuckDBPyConnection, table: str, key: list[str], sides: tuple[str, str]
) -> Iterator[Change]:
    """Rows that only one of the files has."""
    for here, there in (sides, sides[::-1]):
        found = connection.execute(
            f"select {_printed(key)} as key from {here}.main.{table} anti join {there}.main.{table} "  # noqa: S608
            f"using ({', '.join(key)}) order by key"
        ).fetchall()
        for (one,) in found:
            yield Change(table, one, None, "row" if here == "old" else None, "row" if here == "new" else None)


def _values(connection: duckdb.DuckDBPyConnection, table: str, key: list[str], column: str) -> Iterator[Change]:
    """Values that differ in rows that both files have."""
    found = connection.execute(
        f"select {_printed(key)} as key, o.{column}::varchar, n.{column}::varchar "  # noqa: S608 - names of the schema
        f"from old.main.{table} o join new.main.{table} n using ({', '.join(key)}) "
        f"where o.{column}::varchar is distinct from n.{column}::varchar order by key"
    ).fetchall()
    yield from (Change(table, one, column, old, new) for one, old, new in found)


def _printed(key: list[str]) -> str:
    return "concat_ws(' ', " + ", ".join(key) + ")"


def _count(table: str, changes: tuple[Change, ...]) -> Count:
    own = [change for change in changes if change.table == table]
    rows = [change for change in own if change.column is None]
    return Count(
        table,
        sum(change.old is None for change in rows),
        sum(change.new is None for change in rows),
        len(own) - len(rows),
    )
