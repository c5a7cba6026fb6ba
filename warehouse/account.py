"""What a run did to the tables: what was new, what stayed open, what changed, what its checks found."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from warehouse.check import Finding

_TABLES = """
select table_name from duckdb_columns()
where database_name = current_database() and schema_name = 'main' and column_name = 'changed_in_run'
  and table_oid in (select table_oid from duckdb_tables())
order by table_name
"""
_OPEN = "select count(*) from listing_day where grade = 'open' and changed_in_run = ?"


def sizes(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Rows of each table that runs fill."""
    return {name: _count(connection, f"select count(*) from {name}") for name in _tables(connection)}  # noqa: S608


def changed(connection: duckdb.DuckDBPyConnection, run_id: str) -> dict[str, int]:
    """Rows that a run added or changed, by table; tables without any are left out."""
    found = {
        name: _count(connection, f"select count(*) from {name} where changed_in_run = ?", run_id)  # noqa: S608 - names of the schema
        for name in _tables(connection)
    }
    return {name: count for name, count in found.items() if count}


def of_run(connection: duckdb.DuckDBPyConnection, run_id: str) -> dict[str, object]:
    """The columns of `run` that its rows tell: days that it left open, and rows by table that it changed."""
    said = "; ".join(f"{name} {count}" for name, count in changed(connection, run_id).items())
    return {"open": _count(connection, _OPEN, run_id), "changes": said or None}


def note(connection: duckdb.DuckDBPyConnection, findings: Sequence[Finding]) -> None:
    """Write what the checks found to the last run, whose rows are published or refused now."""
    stops = any(found.stops for found in findings)
    connection.execute(
        "update run set findings = $said, outcome = case when $stops then 'refused' else outcome end "
        "where run_id = (select run_id from run order by ended_at desc nulls last, run_id desc limit 1)",
        {"said": "\n".join(map(str, findings)) or None, "stops": stops},
    )


def _tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    return [row[0] for row in connection.execute(_TABLES).fetchall()]


def _count(connection: duckdb.DuckDBPyConnection, query: str, *values: str) -> int:
    row = connection.execute(query, values or None).fetchone()
    return int(row[0]) if row else 0
