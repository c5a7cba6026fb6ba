"""The data dictionary in English and Chinese, generated from the comments of the schema and the table chinese_name."""

from __future__ import annotations

from itertools import groupby

import duckdb

_COLUMNS = """
select
  c.table_name, coalesce(t.comment, v.comment), named.chinese, c.column_name, c.data_type, c.is_nullable, c.comment,
  coalesce(own.chinese, anywhere.chinese)
from duckdb_columns() c
left join duckdb_tables() t on t.table_oid = c.table_oid
left join duckdb_views() v on v.view_oid = c.table_oid
left join chinese_name named on named.name = c.table_name
left join chinese_name own on own.name = c.table_name || '.' || c.column_name
left join chinese_name anywhere on anywhere.name = '*.' || c.column_name
where c.schema_name = 'main' and not c.internal
order by v.view_name is not null, c.table_name, c.column_index
"""
_MACROS = """
select f.function_name, f.parameters, f.comment, named.chinese
from duckdb_functions() f
left join chinese_name named on named.name = f.function_name
where not f.internal and f.database_name = current_database() and f.schema_name = 'main'
order by f.function_name
"""
_HEAD = """# Data dictionary 数据字典

Generated from the schema's comments and the table chinese_name by `jiyao dictionary`.
由模式注释与 chinese_name 表生成。
"""


def facts(connection: duckdb.DuckDBPyConnection) -> dict[str, object]:
    """All tables and views of `main` with their columns, and the macros, with their meaning in both languages."""
    rows = connection.execute(_COLUMNS).fetchall()
    tables = [
        {"name": table, "meaning": comment, "chinese": chinese, "columns": [
            {"name": name, "type": kind, "is_null": null, "meaning": text, "chinese": zh}
            for *_, name, kind, null, text, zh in columns
        ]}
        for (table, comment, chinese), columns in groupby(rows, key=lambda row: row[:3])
    ]  # fmt: skip
    macros = [
        {"name": name, "parameters": parameters, "meaning": comment, "chinese": chinese}
        for name, parameters, comment, chinese in connection.execute(_MACROS).fetchall()
    ]
    return {"tables": tables, "macros": macros}


def markdown(connection: duckdb.DuckDBPyConnection) -> str:
    """All tables and views of `main` with their columns, and the macros, as Markdown in both languages."""
    parts = [_HEAD]
    rows = connection.execute(_COLUMNS).fetchall()
    for (table, comment, chinese), columns in groupby(rows, key=lambda row: row[:3]):
        head = "| column | type | null | meaning | 中文 |\n|---|---|---|---|---|"
        parts.append(f"\n## {table}\n\n{comment}\n{chinese}\n\n{head}")
        parts += [
            f"| {name} | {kind} | {'yes' if null else 'no'} | {_cell(text)} | {_cell(zh)} |"
            for *_, name, kind, null, text, zh in columns
        ]
        parts.append("")
    parts.append("\n# Macros 宏\n\n| macro | meaning | 中文 |\n|---|---|---|")
    parts += [
        f"| {name}({', '.join(parameters)}) | {_cell(comment)} | {_cell(chinese)} |"
        for name, parameters, comment, chinese in connection.execute(_MACROS).fetchall()
    ]
    return "\n".join((*parts, ""))


def uncommented(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Tables, views, columns and macros of `main` that lack a comment or a Chinese name."""
    rows = connection.execute(_COLUMNS).fetchall()
    bare = {row[0] for row in rows if not row[1] or not row[2]}
    bare |= {f"{row[0]}.{row[3]}" for row in rows if not row[6] or not row[7]}
    return sorted(bare | {name for name, _, *said in connection.execute(_MACROS).fetchall() if not all(said)})


def _cell(text: str | None) -> str:
    return (text or "").replace("|", "\\|")
