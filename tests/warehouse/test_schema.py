"""The schema's laws: records fit their tables, everything is commented, keyed and free of foreign keys."""

from __future__ import annotations

import re
import types
import typing
from datetime import date, datetime, time
from pathlib import Path

import duckdb
import pytest

import extractors.reading
import extractors.titles
from extractors.fields.category import OPTIONS
from extractors.registers.institution import known
from extractors.sources import hisannouncement
from tests.factory.rows import CLASSES, make
from warehouse import lookup
from warehouse.load import table_of
from warehouse.migrate import scripts

Connection = duckdb.DuckDBPyConnection
TYPES = {
    str: "VARCHAR", int: "INTEGER", float: "DOUBLE", bool: "BOOLEAN", date: "DATE", time: "TIME",
    datetime: "TIMESTAMP WITH TIME ZONE",
}  # fmt: skip
WITHOUT_RUN = {"category", "run", *lookup.names()}
EXTRACTORS = Path(extractors.reading.__file__).parent


def columns(connection: Connection, table: str) -> list[tuple[str, str, bool]]:
    """Name, type and nullability of what a record says: all but derived columns and the run."""
    return connection.execute(
        "select column_name, data_type, is_nullable from duckdb_columns() where schema_name = 'main' "
        "and table_name = ? and column_name <> 'changed_in_run' and comment not like 'Derived%' order by column_index",
        [table],
    ).fetchall()


def comment(connection: Connection, table: str, column: str) -> str:
    found = connection.execute(
        "select comment from duckdb_columns() where schema_name = 'main' and table_name = ? and column_name = ?",
        [table, column],
    ).fetchone()
    assert found
    return str(found[0])


def words(text: str) -> set[str]:
    """The words that a comment enumerates."""
    listed = re.search(r"(?:.*: )?(.*?)(?:, by .*|, decided .*|, of its .*)?$", text)
    return set(re.findall(r"\w+", listed[1] if listed else "")) - {"or"}


@pytest.mark.parametrize("kind", CLASSES)
def test_a_record_has_the_columns_of_its_table(connection: Connection, kind: type) -> None:
    expected = []
    for name, hint in typing.get_type_hints(kind).items():
        parts = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
        of = next(part for part in parts if part is not types.NoneType)
        expected.append((name, TYPES[of], types.NoneType in parts))
    assert columns(connection, table_of(make(kind))) == expected


def test_derived_columns_can_be_null(connection: Connection) -> None:
    derived = connection.execute(
        "select table_name, column_name from duckdb_columns() where comment like 'Derived%' and not is_nullable"
    ).fetchall()
    assert derived == []


def test_every_table_has_a_key_of_its_first_columns_and_no_foreign_key(connection: Connection) -> None:
    tables = {
        row[0]
        for row in connection.execute(
            "select table_name from duckdb_tables() where schema_name <> 'derived'"
        ).fetchall()
    }  # what is derived equals its plain definition, which tests/warehouse/test_derived.py holds, keys among it
    found = connection.execute("select table_name, constraint_type from duckdb_constraints()").fetchall()
    assert {table for table, kind in found if kind == "PRIMARY KEY"} == tables
    assert {kind for _, kind in found} <= {"PRIMARY KEY", "NOT NULL"}


def test_every_table_says_which_run_changed_it(connection: Connection) -> None:
    having = connection.execute(
        "select table_name, is_nullable from duckdb_columns() where column_name = 'changed_in_run' "
        "and table_oid in (select table_oid from duckdb_tables())"
    ).fetchall()
    tables = connection.execute("select table_name from duckdb_tables() where schema_name = 'main'").fetchall()
    assert set(having) == {(name, False) for (name,) in tables if name not in WITHOUT_RUN}


def test_everything_in_main_is_commented(connection: Connection) -> None:
    bare = connection.execute(
        "select table_name from duckdb_tables() where schema_name = 'main' and comment is null "
        "union all "
        "select view_name from duckdb_views() where schema_name = 'main' and not internal and comment is null "
        "union all select table_name || '.' || column_name from duckdb_columns() "
        "where schema_name = 'main' and not internal and comment is null"
    ).fetchall()
    assert bare == []


def test_comments_are_lines_of_a_table(connection: Connection) -> None:
    odd = connection.execute(
        "select table_name, column_name from duckdb_columns() where schema_name = 'main' and not internal "
        r"and regexp_matches(comment, '[|\n]|^\s|\s$')"
    ).fetchall()
    assert odd == []


def test_the_same_column_has_the_same_type_everywhere(connection: Connection) -> None:
    odd = connection.execute(
        "select column_name, list(distinct data_type) from duckdb_columns() "
        "where schema_name = 'main' and not internal "
        "group by column_name having count(distinct data_type) > 1 order by all"
    ).fetchall()
    assert odd == []


SUFFIXES = (("_on", {"DATE"}), ("_at", {"TIMESTAMP WITH TIME ZONE"}), ("_id", {"VARCHAR"}), ("_code", {"VARCHAR"}),
            ("_name", {"VARCHAR"}), ("_no", {"VARCHAR"}), ("_time", {"TIME"}), ("_count", {"INTEGER"}))  # fmt: skip


@pytest.mark.parametrize(("suffix", "kinds"), SUFFIXES)
def test_a_suffix_means_one_thing(connection: Connection, suffix: str, kinds: set[str]) -> None:
    found = connection.execute(
        "select distinct data_type from duckdb_columns() where schema_name = 'main' and not internal "
        "and suffix(column_name, ?)",
        [suffix],
    ).fetchall()
    assert {kind for (kind,) in found} == kinds


def test_categories_are_the_options_of_the_forms(connection: Connection) -> None:
    found = connection.execute("select category from category").fetchall()
    assert {name for (name,) in found} == set(OPTIONS)


def test_kinds_of_announcements_are_those_of_the_listing(connection: Connection) -> None:
    kinds = {"record", *(kind for kind, _ in extractors.titles._KINDS)}
    assert words(comment(connection, "announcement", "kind")) == kinds


def test_exchanges_and_boards_are_those_of_the_source(connection: Connection) -> None:
    for table in ("announcement", "sighting", "security"):
        assert words(comment(connection, table, "exchange")) == set(hisannouncement.EXCHANGES.values())
    for table in ("sighting", "security"):
        assert words(comment(connection, table, "board")) == set(hisannouncement.BOARDS.values())


def test_grades_are_those_of_the_walk(connection: Connection) -> None:
    grades = set(re.findall(r'"(open|counted|walked)"', (EXTRACTORS / "walk.py").read_text("utf-8")))
    assert grades <= words(comment(connection, "listing_day", "grade")) == {"counted", "walked", "open"}


MEDIA = {
    "pdf": b"%PDF-1.7", "doc": b"\xd0\xcf\x11\xe0", "docx": b"PK\x03\x04word/", "unknown": b"PK\x03\x04",
    "html": "<table><tr><td>投资者关系活动类别</td><td>时间</td><td>地点</td><td>参与单位名称及人员姓名</td>".encode(),
    "markdown": "| 投资者关系活动类别 |\n| 时间 |\n| 地点 |\n| 参与单位名称及人员姓名 |\n".encode(),
}  # fmt: skip


def test_media_types_are_those_of_the_readers(connection: Connection) -> None:
    assert words(comment(connection, "document", "media_type")) == set(MEDIA)
    assert {extractors.reading.media_type(content) for content in MEDIA.values()} == set(MEDIA)


def test_ranks_are_those_of_the_derivation(connection: Connection) -> None:
    text = dict(scripts("queries"))["derive_4_host_and_institution"]
    ranks = set(re.findall(r"(?:then|else) '(\w+)'", text))
    told = comment(connection, "host", "rank").rpartition(": ")[2]
    assert set(re.findall(r"[a-z_]+", told)) - {"or"} == ranks


def test_types_of_institutions_are_those_of_the_register(connection: Connection) -> None:
    assert words(comment(connection, "institution", "type")) >= {row.type for row in known()}


def test_stages_of_failures_are_those_of_the_reader(connection: Connection) -> None:
    texts = [path.read_text("utf-8") for path in EXTRACTORS.rglob("*.py")]
    named = [line for text in texts for line in re.findall(r"\bstage ?= ?(.+)", text)]
    given = {word for line in named for word in re.findall(r'"(\w+)"', line.partition(", error")[0])}
    assert words(comment(connection, "parse_failure", "stage")) == given
