"""What changed between two published files."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.records import Host, Question
from tests.factory.rows import RECORD, make
from warehouse.connection import writer
from warehouse.diff import Change, Count, diff
from warehouse.errors import NothingPublished
from warehouse.load import load
from warehouse.publish import previous_of, publish


def test_the_same_file_has_no_changes(filled: Path) -> None:
    assert diff(filled, filled) == ((), ())


def test_rows_and_values_are_told_by_table_key_and_column(filled: Path, tmp_path: Path) -> None:
    target = tmp_path / "public" / "it's.duckdb"
    publish(filled, target)
    with writer(filled) as connection:
        load(connection, [make(Question, answer="扩产。"), make(Host, ordinal=2)], "run-2")
        connection.execute("delete from attachment")
    publish(filled, target)
    counts, changes = diff(previous_of(target), target)
    assert counts == (Count("attachment", 0, 1, 0), Count("host", 1, 0, 0), Count("question", 0, 0, 1))
    assert changes == (
        Change("attachment", f"{RECORD} 1", None, "row", None),
        Change("host", f"{RECORD} 2", None, None, "row"),
        Change("question", f"{RECORD} 1", "answer", "满产。", "扩产。"),
    )


def test_a_file_that_is_not_there_is_said(filled: Path, tmp_path: Path) -> None:
    with pytest.raises(NothingPublished):
        diff(tmp_path / "none.duckdb", filled)
