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
    sections = re.split(r"^## ", markdown(connection).partition("\n# Macros")[0], flags=re.MULTILINE)[1:]
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
    assert lines[at + 3] == "列表日，每来源、分区、日一行"
    assert lines[at + 5 : at + 8] == [
        "| column | type | null | meaning | 中文 |",
        "|---|---|---|---|---|",
        "| source | VARCHAR | no | the source, such as cninfo | 来源 |",
    ]
    assert "| reason | VARCHAR | yes | why it is open | 原因 |" in lines


def test_a_macro_is_a_line_with_its_values(connection: duckdb.DuckDBPyConnection) -> None:
    (line,) = [line for line in markdown(connection).split("\n") if line.startswith("| search_qa(")]
    assert line.startswith("| search_qa(word, is_pattern) | questions and answers that hold a word")
    assert "问答检索" in line


def test_a_chinese_name_is_of_something(connection: duckdb.DuckDBPyConnection) -> None:
    left = connection.execute(
        "select name from chinese_name where name not in (select table_name from duckdb_columns() "
        "union all select '*.' || column_name from duckdb_columns() "
        "union all select table_name || '.' || column_name from duckdb_columns() "
        "union all select function_name from duckdb_functions() where not internal)"
    ).fetchall()
    assert left == []


def test_the_warehouse_lacks_no_comment(connection: duckdb.DuckDBPyConnection) -> None:
    assert uncommented(connection) == []


def test_what_lacks_a_comment_is_named(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("create table bare (a int); create view half as select 1 as b; comment on view half is 'half'")
    connection.execute("comment on column run.kind is null; create table bookkeeping.other (c int)")
    assert uncommented(connection) == ["bare", "bare.a", "half", "half.b", "run.kind"]


def test_a_bar_in_a_comment_breaks_no_line(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("comment on column run.kind is 'this | that'")
    assert r"| kind | VARCHAR | no | this \| that | 运行种类 |" in markdown(connection).split("\n")
