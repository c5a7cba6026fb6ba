"""The data dictionary: every table and view with its columns, and what lacks a comment."""

from __future__ import annotations

import re

import duckdb

from warehouse.dictionary import markdown, uncommented


def test_every_table_view_and_column_is_listed_once(connection: duckdb.DuckDBPyConnection) -> None:
    expected = connection.execute(
        "select table_name, list(column_name order by column_index) from duckdb_columns() "
        "where schema_name = 'main' and not internal group by table_name"
    ).fetchall()
    sections = re.split(r"^## ", markdown(connection), flags=re.MULTILINE)[1:]
    found = [(part.split("\n", 1)[0], re.findall(r"^\| (\w+) \| [A-Z]", part, re.MULTILINE)) for part in sections]
    assert sorted(found) == sorted(expected)


def test_tables_come_before_views_each_by_name(connection: duckdb.DuckDBPyConnection) -> None:
    names = re.findall(r"^## (\w+)", markdown(connection), re.MULTILINE)
    views = sorted(
        row[0] for row in connection.execute("select view_name from duckdb_views() where not internal").fetchall()
    )
    assert names == [*sorted(set(names) - set(views)), *views]


def test_a_column_is_a_line_with_type_nullability_and_meaning(connection: duckdb.DuckDBPyConnection) -> None:
    lines = markdown(connection).split("\n")
    at = lines.index("## listing_day")
    assert lines[at + 2] == "What one walk proved for one source, partition and day."
    assert lines[at + 4 : at + 7] == [
        "| column | type | null | meaning |",
        "|---|---|---|---|",
        "| source | VARCHAR | no | the source, such as cninfo |",
    ]
    assert "| reason | VARCHAR | yes | why it is open |" in lines


def test_the_warehouse_lacks_no_comment(connection: duckdb.DuckDBPyConnection) -> None:
    assert uncommented(connection) == []


def test_what_lacks_a_comment_is_named(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("create table bare (a int); create view half as select 1 as b; comment on view half is 'half'")
    connection.execute("comment on column run.kind is null; create table bookkeeping.other (c int)")
    assert uncommented(connection) == ["bare", "bare.a", "half.b", "run.kind"]


def test_a_bar_in_a_comment_breaks_no_line(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("comment on column run.kind is 'this | that'")
    assert r"| kind | VARCHAR | no | this \| that |" in markdown(connection).split("\n")
