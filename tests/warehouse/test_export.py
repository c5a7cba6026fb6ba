"""Exports: whole, described by their manifest, readable by others, without names of people where asked."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import duckdb
import pytest

from extractors.facts import Survey
from tests.factory.rows import make
from warehouse import export as exporting
from warehouse.connection import transaction, writer
from warehouse.errors import NotEmpty
from warehouse.export import MANIFEST, export
from warehouse.load import load


@pytest.fixture
def exported(filled: Path, tmp_path: Path) -> Path:
    """An export of a small file."""
    export(filled, tmp_path / "out", version="1")
    return tmp_path / "out"


def test_every_table_is_there_as_the_manifest_says(filled: Path, exported: Path) -> None:
    manifest = json.loads((exported / MANIFEST).read_text("utf-8"))
    with duckdb.connect(str(filled), read_only=True) as connection:
        tables = connection.execute("select table_name from duckdb_tables() where schema_name = 'main'").fetchall()
        assert {name for (name,) in tables} == set(manifest["tables"])
        for name, told in manifest["tables"].items():
            ((path, digest),) = told["files"].items()
            assert hashlib.sha256((exported / path).read_bytes()).hexdigest() == digest
            own, other = (
                connection.execute(f"select {', '.join(told['columns'])} from {source} order by all").fetchall()  # noqa: S608
                for source in (name, f"'{exported / path}'")
            )
            assert (own, len(own)) == (other, told["rows"])
    assert manifest["schema"][:4].isdigit()


def test_large_tables_of_records_are_parted_by_year(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "_LARGE", 1)
    manifest = export(filled, tmp_path / "out", version="1")
    assert (tmp_path / "out/question/year=2026").is_dir()
    assert (tmp_path / "out/topic.parquet").is_file()
    query = f"select question, year from '{tmp_path}/out/question/**/*.parquet'"  # noqa: S608
    found = duckdb.sql(query).fetchall()
    assert found == [("产能如何？", 2026)]
    assert manifest["schema"]


def test_without_persons_no_column_of_names_is_written_and_the_rest_is_said(filled: Path, tmp_path: Path) -> None:
    with writer(filled) as connection, transaction(connection):
        load(connection, [make(Survey, institution="甲基金", visitor="王五")], "run-2")
    manifest = export(filled, tmp_path / "out", version="1", without_persons=True)
    for path in (tmp_path / "out").glob("*.parquet"):
        rows = duckdb.read_parquet(str(path)).fetchall()
        assert not [row for row in rows if any(name in str(row) for name in ("张三", "李四", "王五"))]
    assert {"participant.person", "host.name", "survey.visitor"} <= set(manifest["left_out"])  # type: ignore[call-overload]
    assert "question.answer" in manifest["may_still_name_people"]  # type: ignore[operator]


def test_columns_of_names_and_texts_exist(filled: Path) -> None:
    with duckdb.connect(str(filled), read_only=True) as connection:
        found = connection.execute("select table_name || '.' || column_name from duckdb_columns()").fetchall()
    left_out = {f"{table}.{column}" for table, columns in exporting._PERSONS.items() for column in columns}
    assert left_out | set(exporting._MAY_NAME) <= {name for (name,) in found}


def test_a_folder_that_holds_something_is_refused(filled: Path, exported: Path) -> None:
    with pytest.raises(NotEmpty):
        export(filled, exported, version="1")


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_others_read_it(exported: Path, library: str) -> None:
    frames = pytest.importorskip(library, reason=f"{library} is not installed")
    if library == "pandas":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    found = frames.read_parquet(exported / "question.parquet")
    assert list(found["answer"]) == ["满产。"]
