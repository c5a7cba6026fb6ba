"""Digests: the same for the same rows however they came, another for any value that differs."""

from __future__ import annotations

import random
import shutil
from dataclasses import fields
from datetime import date, datetime, time, timedelta
from pathlib import Path

import duckdb
import pytest

from tests.factory.rows import CLASSES, HOUR, SEEN, listed, make, parsed
from warehouse.connection import reader, writer
from warehouse.digest import _digest, digests
from warehouse.load import load, record_run, table_of

ROWS = (
    *(row for number in range(10, 30) for row in (*listed(number), *parsed(number))),
    *(make(kind) for kind in CLASSES),
)
RUN = {"run_id": "run-1", "kind": "ingest", "started_at": SEEN, "outcome": "complete", "version": "0.1"}


@pytest.fixture
def files(tmp_path: Path, _migrated: Path) -> tuple[Path, Path]:
    """Two empty files of a writer."""
    paths = (tmp_path / "one.duckdb", tmp_path / "two.duckdb")
    for path in paths:
        shutil.copy(_migrated, path)
    return paths


def loaded(path: Path, batches: list[tuple[object, ...]], run_id: str = "run-1") -> dict[str, str]:
    with writer(path) as connection:
        for number, batch in enumerate(batches):
            load(connection, batch, f"{run_id}.{number}")
        return digests(connection)


def shuffled(seed: int) -> tuple[object, ...]:
    return tuple(random.Random(seed).sample(ROWS, len(ROWS)))  # noqa: S311 - an order, no secret


LOADS: dict[str, list[tuple[object, ...]]] = {
    "in another order": [ROWS[::-1]],
    "at random": [shuffled(1)],
    "in batches": [ROWS[:7], ROWS[7:50], ROWS[50:]],
    "one by one": [(row,) for row in shuffled(2)],
    "twice": [ROWS, shuffled(3)],
}


@pytest.mark.parametrize("batches", LOADS.values(), ids=LOADS)
def test_equal_rows_have_equal_digests(files: tuple[Path, Path], batches: list[tuple[object, ...]]) -> None:
    assert loaded(files[0], [ROWS]) == loaded(files[1], batches, "another")


def other(value: object) -> object:
    """A value that differs from one of a record as little as it can."""
    if value is None:
        return ...
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return value + " "
    step = {int: 1, float: 2**-40, datetime: timedelta(microseconds=1), date: timedelta(days=1)}
    return value + step[type(value)]


BLANK = {"VARCHAR": "", "INTEGER": 0, "DOUBLE": 0.0, "DATE": date(2026, 1, 1), "TIME": time(0)}


@pytest.mark.parametrize("kind", CLASSES)
def test_one_value_that_differs_makes_another_digest(connection: duckdb.DuckDBPyConnection, kind: type) -> None:
    record, table = make(kind), table_of(make(kind))
    types = dict(
        connection.execute(
            "select column_name, data_type from duckdb_columns() where table_name = ?", [table]
        ).fetchall()
    )
    found = {}
    for name in ("", *(field.name for field in fields(kind))):
        value = other(getattr(record, name, None))
        changes = {name: BLANK[types[name]] if value is ... else value} if name else {}
        connection.execute(f"delete from {table}")  # noqa: S608
        load(connection, [make(kind, **changes)], "run-1")
        found[name] = _digest(connection, table)
    assert len(set(found.values())) == len(fields(kind)) + 1


def test_runs_and_what_they_changed_are_left_out(connection: duckdb.DuckDBPyConnection) -> None:
    load(connection, ROWS, "run-1")
    before = digests(connection)
    record_run(connection, RUN)
    connection.execute("update question set changed_in_run = 'run-2'")
    assert ("run" in before, digests(connection)) == (False, before)


def test_every_other_table_has_one(connection: duckdb.DuckDBPyConnection) -> None:
    tables = connection.execute(
        "select table_name from information_schema.tables where table_schema = 'main' and table_type = 'BASE TABLE'"
    ).fetchall()
    assert {*digests(connection), "run"} == {name for (name,) in tables}


def test_a_row_less_is_another_digest(connection: duckdb.DuckDBPyConnection) -> None:
    load(connection, ROWS, "run-1")
    before = digests(connection)
    connection.execute("delete from document where document_id like '%f'")
    assert {name for name, one in digests(connection).items() if one != before[name]} == {"document"}


def test_the_connections_time_zone_does_not_matter(files: tuple[Path, Path]) -> None:
    written = loaded(files[0], [ROWS])
    with reader(files[0]) as connection:
        assert digests(connection) == written
        connection.execute("set TimeZone = 'America/New_York'")
        assert digests(connection) == written


def test_an_instant_is_the_same_in_any_zone(files: tuple[Path, Path]) -> None:
    zones = [SEEN, SEEN.astimezone(datetime.fromisoformat("2026-03-03T00:00:00+08:00").tzinfo)]
    own = [
        loaded(path, [listed(1, first_seen_at=seen, last_seen_at=seen + HOUR)])
        for path, seen in zip(files, zones, strict=True)
    ]
    assert own[0] == own[1]
