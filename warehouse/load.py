"""Loading: records to the tables that have their names, one statement a table, in the caller's transaction.

Rows travel as one JSON text a table and are unpacked by DuckDB: 20,000 rows of four columns took 0.3 s
so, 14 s as bound Python lists. A row that is there already with the same values stays untouched.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, datetime, time

import duckdb

from warehouse.measure import measure
from warehouse.migrate import scripts

_CAMEL = re.compile(r"(?<!^)(?=[A-Z])")
_CHILDREN = (
    "activity_session", "activity_category", "participant", "host", "question", "question_topic", "figure", "region",
    "attachment", "remark", "leftover",
)  # fmt: skip
_OF_DOCUMENT = ("activity_record", "parse_failure")
_REGISTERS = ("institution", "institution_alias", "institution_shared", "topic")  # always given whole
_MERGED = {"first_seen_at": min, "fetched_at": min, "last_seen_at": max, "last_fetched_at": max}
_GIVEN = "(select unnest(from_json(?::json, ?), recursive := true))"


def table_of(record: object) -> str:
    """The table of a record: its class's name in snake case."""
    return _CAMEL.sub("_", type(record).__name__).lower()


def load(
    connection: duckdb.DuckDBPyConnection, records: Iterable[object], run_id: str, *, new: Collection[str] = ()
) -> dict[str, int]:
    """Insert or update the records; returns the rows given for each table.

    A row seen before keeps its earliest and latest instants; a walk that failed does not unprove a day;
    what is gone from a register goes. Of the tables in `new` none of the rows may be there: they are inserted without
    a look, which would read the whole table.
    """
    by_table: dict[str, list[object]] = defaultdict(list)
    for record in records:
        by_table[table_of(record)].append(record)
    for table, rows in by_table.items():
        keys = _keys(connection, table)
        if table == "listing_day":
            _remember_walks(connection, rows)
        if table in _REGISTERS:
            _delete_others(connection, table, keys, rows)
        _insert(connection, table, _folded(rows, keys), run_id, () if table in new else keys)
    return {table: len(rows) for table, rows in by_table.items()}


def replace_parsed(
    connection: duckdb.DuckDBPyConnection,
    document_ids: Sequence[str],
    records: Iterable[object],
    *,
    run_id: str,
    version: str,
) -> None:
    """Put what the documents gave in the place of what they gave before."""
    given = json.dumps(list(document_ids))
    connection.execute(
        "create or replace temp table given as select unnest(from_json(?::json, '[\"VARCHAR\"]')) as document_id",
        [given],
    )
    before = connection.execute("select count(*) from activity_record join given using (document_id)").fetchone()
    for table in _CHILDREN if before and before[0] else ():  # to look for the rows of no record takes time
        connection.execute(
            f"delete from {table} where record_id in "  # noqa: S608 - a constant of this module
            "(select record_id from activity_record join given using (document_id))"
        )
    for table in _OF_DOCUMENT:
        connection.execute(f"delete from {table} where document_id in (select document_id from given)")  # noqa: S608
    load(connection, records, run_id, new=(*_CHILDREN, *_OF_DOCUMENT))
    connection.execute(
        "insert or replace into bookkeeping.parsed (document_id, version, run_id) select document_id, ?, ? from given",
        [version, run_id],
    )
    connection.execute("drop table given")


def mark_read(connection: duckdb.DuckDBPyConnection, seconds: Mapping[str, float]) -> None:
    """Remember how many seconds of processor time each document took to read."""
    connection.execute(
        "update bookkeeping.parsed set seconds = t.seconds from "
        "(select unnest(from_json(?::json, '[\"VARCHAR\"]')) as document_id, "
        "unnest(from_json(?::json, '[\"DOUBLE\"]')) as seconds) t where t.document_id = parsed.document_id",
        [json.dumps(list(seconds)), json.dumps(list(seconds.values()))],
    )


def derive(connection: duckdb.DuckDBPyConnection, run_id: str) -> None:
    """Fill all that follows from what is loaded: links, meetings and the like, then the derived tables and measures."""
    link(connection, run_id)
    measure(connection)


def link(connection: duckdb.DuckDBPyConnection, run_id: str) -> None:
    """Fill the tables and columns of `main` that follow from others, one file of `queries/` each."""
    connection.execute("create or replace temp macro current_run() as " + _literal(run_id))
    for name, text in scripts("queries"):
        if name.startswith("derive_"):
            connection.execute(text)


def mark_loaded(connection: duckdb.DuckDBPyConnection, segments: Mapping[str, int]) -> None:
    """Remember how many entries of each index segment are loaded."""
    for segment, count in segments.items():
        connection.execute("insert or replace into bookkeeping.segment values (?, ?)", [segment, count])


def record_run(connection: duckdb.DuckDBPyConnection, values: Mapping[str, object]) -> None:
    """Insert or replace one row of `run`."""
    names = ", ".join(values)
    marks = ", ".join(f"${name}" for name in values)
    connection.execute(f"insert or replace into run ({names}) values ({marks})", dict(values))  # noqa: S608 - names of the schema


def loaded_segments(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Entries loaded, by index segment."""
    return dict(connection.execute("select segment, entries_loaded from bookkeeping.segment").fetchall())


def _insert(
    connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[object], run_id: str, keys: Sequence[str]
) -> None:
    """Insert the rows; with keys, update those that are there and differ."""
    columns = _columns(rows)
    listed = ", ".join(columns)
    connection.execute(
        f"insert into {table} ({listed}, changed_in_run) select {listed}, ? from {_GIVEN} "  # noqa: S608 - names of the schema, never of the user
        f"{_update(table, columns, keys) if keys else ''}",
        [run_id, *_given(connection, table, rows)],
    )


def _update(table: str, columns: Sequence[str], keys: Sequence[str]) -> str:
    """What happens to a row that is there: nothing where it is the same."""
    values = [name for name in columns if name not in keys]
    differ = " or ".join(f"{table}.{name} is distinct from {_merged(table, name)}" for name in values) or "false"
    kept = f" and not (excluded.grade = 'open' and {table}.grade <> 'open')" if table == "listing_day" else ""
    updates = ", ".join(
        [*(f"{name} = {_merged(table, name)}" for name in values), "changed_in_run = excluded.changed_in_run"]
    )
    return f"on conflict ({', '.join(keys)}) do update set {updates} where ({differ}){kept}"


def _remember_walks(connection: duckdb.DuckDBPyConnection, days: Sequence[object]) -> None:
    connection.execute(
        f"insert or ignore into bookkeeping.walk select source, partition, day, walked_at from {_GIVEN} "  # noqa: S608 - a constant of this module
        "where grade = 'counted'",
        _given(connection, "listing_day", days),
    )


def _delete_others(
    connection: duckdb.DuckDBPyConnection, table: str, keys: Sequence[str], rows: Sequence[object]
) -> None:
    listed = ", ".join(keys)
    connection.execute(
        f"delete from {table} where ({listed}) not in (select ({listed}) from {_GIVEN})",  # noqa: S608 - names of the schema
        _given(connection, table, rows),
    )


def _given(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[object]) -> list[str]:
    """The rows as JSON and their shape. Lone surrogates, which no text file can hold, become U+FFFD."""
    columns = _columns(rows)
    types = _types(connection, table)
    text = json.dumps([_plain(row, columns) for row in rows], ensure_ascii=False)
    return [
        text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
        json.dumps([{name: types[name] for name in columns}]),
    ]


def _columns(rows: Sequence[object]) -> list[str]:
    return [field.name for field in fields(rows[0])]  # type: ignore[arg-type]


def _merged(table: str, column: str) -> str:
    if column in _MERGED:
        function = "least" if _MERGED[column] is min else "greatest"
        return f"{function}({table}.{column}, excluded.{column})"
    if column == "page_count":  # a file's own row comes again, without what its reader found
        return f"coalesce(excluded.{column}, {table}.{column})"
    return f"excluded.{column}"


def _folded(rows: Sequence[object], keys: Sequence[str]) -> list[object]:
    """One row a key: the last, with the earliest and latest instants of all."""
    done: dict[tuple[object, ...], object] = {}
    for row in rows:
        key = tuple(getattr(row, name) for name in keys)
        done[key] = _joined(done[key], row) if key in done else row
    return list(done.values())


def _joined(before: object, row: object) -> object:
    """What remains of two rows of one key."""
    if getattr(row, "grade", "") == "open" and getattr(before, "grade", "") != "open":
        return before
    merged = {
        name: choose(getattr(before, name), getattr(row, name))
        for name, choose in _MERGED.items()
        if hasattr(row, name)
    }
    return replace(row, **merged)  # type: ignore[type-var]


def _plain(row: object, columns: Sequence[str]) -> dict[str, object]:
    return {name: _json(getattr(row, name)) for name in columns}


def _json(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime | time) else value


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _types(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    found = connection.execute(
        "select column_name, data_type from duckdb_columns() where schema_name = 'main' and table_name = ?", [table]
    ).fetchall()
    return dict(found)


def _keys(connection: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    found = connection.execute(
        "select constraint_column_names from duckdb_constraints() "
        "where constraint_type = 'PRIMARY KEY' and schema_name = 'main' and table_name = ?",
        [table],
    ).fetchone()
    return list(found[0]) if found else []
