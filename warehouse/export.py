"""Export: the published tables as Parquet files with a manifest, without names of people where that is asked."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.connection import reader
from warehouse.errors import NotEmpty

MANIFEST = "manifest.json"
_LARGE = 500_000  # rows from which a table of records is parted by year
_PERSONS = {
    "participant": ("person",),
    "host": ("name",),
    "activity_record": ("text",),  # the whole form, with both lists
    "leftover": ("text",),
    "survey": ("visitor",),
}
_MAY_NAME = (
    "activity_record.narrative", "activity_record.participants_note", "activity_record.attachments",
    "activity_record.category_note", "participant.institution", "institution_name.printed", "survey.institution",
    "question.question", "question.answer", "figure.before", "figure.after", "remark.text", "attachment.name",
    "parse_failure.detail",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Table:
    """One table to write."""

    name: str
    columns: tuple[str, ...]
    rows: int
    by_year: bool


def export(path: Path, folder: Path, *, version: str, without_persons: bool = False) -> dict[str, object]:
    """Write every table of the published file into the folder; returns the manifest, which is written last.

    One file a table; tables of records from half a million rows are parted by the year of disclosure, a folder
    `year=YYYY` each. The manifest has schema version, and of each table its columns, rows and files with SHA-256;
    without names of people also what was left out and where free text may still name somebody. Raises NotEmpty
    where the folder holds anything, NothingPublished.
    """
    if folder.exists() and any(folder.iterdir()):
        raise NotEmpty(path=folder)
    folder.mkdir(parents=True, exist_ok=True)
    with reader(path) as connection:
        connection.execute("set TimeZone = 'UTC'")
        tables = _tables(connection, without_persons=without_persons)
        for table in tables:
            _write(connection, table, folder)
        schema = connection.execute("select max(name) from bookkeeping.migration").fetchone()
    manifest: dict[str, object] = {
        "jiyao": version,
        "schema": schema[0] if schema else None,
        "tables": {table.name: _described(table, folder) for table in tables},
    }
    if without_persons:
        manifest["left_out"] = sorted(f"{name}.{column}" for name, columns in _PERSONS.items() for column in columns)
        manifest["may_still_name_people"] = list(_MAY_NAME)
    (folder / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return manifest


def _tables(connection: duckdb.DuckDBPyConnection, *, without_persons: bool) -> tuple[_Table, ...]:
    found = connection.execute(
        "select table_name, list(column_name order by column_index) from duckdb_columns() "
        "where schema_name = 'main' and table_oid in (select table_oid from duckdb_tables()) "
        "group by table_name order by table_name"
    ).fetchall()
    return tuple(
        _table(connection, name, [one for one in columns if not without_persons or one not in _PERSONS.get(name, ())])
        for name, columns in found
    )


def _table(connection: duckdb.DuckDBPyConnection, name: str, columns: list[str]) -> _Table:
    counted = connection.execute(f"select count(*) from {name}").fetchone()  # noqa: S608 - a name of the schema
    rows = counted[0] if counted else 0
    return _Table(name, tuple(columns), rows, by_year=rows >= _LARGE and "record_id" in columns)


def _write(connection: duckdb.DuckDBPyConnection, table: _Table, folder: Path) -> None:
    order = connection.execute(
        "select constraint_column_names from duckdb_constraints() "
        "where schema_name = 'main' and table_name = ? and constraint_type = 'PRIMARY KEY'",
        [table.name],
    ).fetchone()
    listed, by = ", ".join(f"t.{name}" for name in table.columns), ", ".join(f"t.{name}" for name in (order or [[]])[0])
    target = str(folder / (table.name if table.by_year else f"{table.name}.parquet")).replace("'", "''")
    if table.by_year:
        connection.execute(
            f"copy (select {listed}, year(s.disclosed_on) as year from {table.name} t "  # noqa: S608
            f"left join record_source s using (record_id) order by {by}) "
            f"to '{target}' (format parquet, compression zstd, partition_by (year))"
        )
    else:
        connection.execute(
            f"copy (select {listed} from {table.name} t order by {by}) to '{target}' (format parquet, compression zstd)"  # noqa: S608
        )


def _described(table: _Table, folder: Path) -> dict[str, object]:
    files = sorted((folder / table.name).rglob("*.parquet")) if table.by_year else [folder / f"{table.name}.parquet"]
    return {
        "columns": list(table.columns),
        "rows": table.rows,
        "files": {str(path.relative_to(folder)): _sha256(path) for path in files},
    }


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
