"""The data dictionary, generated from the comments of the schema."""

from __future__ import annotations

from itertools import groupby

import duckdb

_COLUMNS = """
select c.table_name, coalesce(t.comment, v.comment), c.column_name, c.data_type, c.is_nullable, c.comment
from duckdb_columns() c
left join duckdb_tables() t on t.table_oid = c.table_oid
left join duckdb_views() v on v.view_oid = c.table_oid
where c.schema_name = 'main' and not c.internal
order by v.view_name is not null, c.table_name, c.column_index
"""


def markdown(connection: duckdb.DuckDBPyConnection) -> str:
    """All tables and views of `main` with their columns, as Markdown."""
    parts = ["# Data dictionary 数据字典\n\nGenerated from the schema's comments by `jiyao dictionary`.\n"]
    rows = connection.execute(_COLUMNS).fetchall()
    for (table, comment), columns in groupby(rows, key=lambda row: (row[0], row[1])):
        parts.append(f"\n## {table}\n\n{comment}\n\n| column | type | null | meaning |\n|---|---|---|---|")
        parts += [
            f"| {name} | {kind} | {'yes' if null else 'no'} | {_cell(text)} |"
            for _, _, name, kind, null, text in columns
        ]
        parts.append("")
    return "\n".join(parts)


def uncommented(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Tables, views and columns of `main` without a comment."""
    rows = connection.execute(_COLUMNS).fetchall()
    return sorted({row[0] for row in rows if not row[1]} | {f"{row[0]}.{row[2]}" for row in rows if not row[5]})


def _cell(text: str | None) -> str:
    return (text or "").replace("|", "\\|")
