"""Migrations: once each, never edited, all or nothing; views behind those that they read."""

from __future__ import annotations

import re
from itertools import permutations
from pathlib import Path

import duckdb
import pytest

from warehouse.connection import writer
from warehouse.errors import ChangedMigration
from warehouse.migrate import _ordered, migrate, scripts

NAMES = tuple(name for name, _ in scripts("migrations"))


def tables(connection: duckdb.DuckDBPyConnection) -> set[str]:
    return {name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()}


def test_names_are_numbered_each_once() -> None:
    numbers = [re.match(r"\d{4}(?=_[a-z])", name) for name in NAMES]
    assert len({found[0] for found in numbers if found}) == len(NAMES)


def test_migrating_twice_changes_nothing(tmp_path: Path) -> None:
    kept = []
    for expected in (NAMES, ()):
        with writer(tmp_path / "file.duckdb") as connection:
            assert migrate(connection) == expected
            kept.append(connection.execute("select sql from duckdb_tables() order by all").fetchall())
            assert connection.execute("select count(*) from category").fetchone() == (10,)
    assert kept[0] == kept[1]


def test_views_are_made_anew(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("drop view visit; create or replace view qa as select 1 as stale")
    migrate(connection)
    assert connection.execute("select count(*) from visit").fetchone() == (0,)
    assert "question" in [row[0] for row in connection.execute("describe qa").fetchall()]


def test_views_of_a_file_that_is_opened_again_are_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    monkeypatch.setattr("warehouse.migrate._ordered", lambda texts: made.append(len(texts)) or _ordered(texts))
    for _ in range(3):
        with writer(tmp_path / "file.duckdb") as connection:
            migrate(connection)
    assert [count > 20 for count in made] == [True]


def test_an_edited_migration_is_refused_and_nothing_is_changed(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("update bookkeeping.migration set hash = 'other' where name = ?", [NAMES[1]])
    connection.execute("drop view visit")
    with pytest.raises(ChangedMigration) as refused:
        migrate(connection)
    assert refused.value.name == NAMES[1]
    assert connection.execute("select 1 from duckdb_views() where view_name = 'visit'").fetchall() == []


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with writer(tmp_path / "file.duckdb") as connection:
        connection.execute("create table category (taken int)")
        with pytest.raises(duckdb.CatalogException):
            migrate(connection)
        assert tables(connection) == {"category"}
        connection.execute("drop table category")
        assert migrate(connection) == NAMES


VIEWS = {
    "a": "create view a as select * from t join c using (x)",
    "b": "create view b as select * from a",
    "c": "create view c as select * from t",
}


@pytest.mark.parametrize("names", list(permutations(VIEWS)), ids=str)
def test_a_view_comes_behind_those_that_it_reads(names: tuple[str, ...]) -> None:
    assert list(_ordered({name: VIEWS[name] for name in names})) == [VIEWS[name] for name in "cab"]


@pytest.mark.parametrize("folder", ["migrations", "views", "macros", "checks", "queries", "measures"])
def test_every_script_begins_with_what_it_is_for(folder: str) -> None:
    assert [name for name, text in scripts(folder) if not text.startswith("-- ") or "\n" not in text] == []
