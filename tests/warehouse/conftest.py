"""What the tests of the warehouse share: a migrated file of the writer's, and one with a little of everything."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.factory.rows import FILE, whole
from warehouse.connection import writer
from warehouse.load import derive, replace_parsed
from warehouse.migrate import migrate


@pytest.fixture(scope="session")
def _migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "building.duckdb"
    with writer(path) as connection:
        migrate(connection)
    return path


@pytest.fixture(scope="session")
def _filled(tmp_path_factory: pytest.TempPathFactory, _migrated: Path) -> Path:
    path = tmp_path_factory.mktemp("filled") / "building.duckdb"
    shutil.copy(_migrated, path)
    with writer(path) as connection:
        replace_parsed(connection, [FILE], whole(), run_id="run-1", version="1")
        derive(connection, "run-1")
    return path


@pytest.fixture
def connection(tmp_path: Path, _migrated: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A writer's connection to an empty warehouse."""
    path = tmp_path / "building.duckdb"
    shutil.copy(_migrated, path)
    with writer(path) as opened:
        yield opened


@pytest.fixture
def filled(tmp_path: Path, _filled: Path) -> Path:
    """A writer's file that holds one row of every record class, all belonging together."""
    path = tmp_path / "filled.duckdb"
    shutil.copy(_filled, path)
    return path
