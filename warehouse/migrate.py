"""Migrations, lookups, views and macros: the schema of the writer's file, forward only."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from importlib.resources import files

import duckdb

from warehouse.connection import transaction
from warehouse.errors import ChangedMigration
from warehouse.lookup import fill

_HELD = """
select view_name, sql, comment from duckdb_views() where not internal and database_name = current_database()
union all
select function_name, macro_definition, comment from duckdb_functions()
where not internal and database_name = current_database()
order by all
"""
_SPELLING = re.compile(r'[()"\s]|(?:NOT )?MATERIALIZED')
_USES = re.compile(r"(?:from|join) (\w+)|(\w+)\(")


def scripts(folder: str) -> tuple[tuple[str, str], ...]:
    """Name and text of every SQL file in a folder of this package, by name."""
    found = [path for path in files("warehouse").joinpath(folder).iterdir() if path.name.endswith(".sql")]
    return tuple(
        (path.name.removesuffix(".sql"), path.read_text("utf-8")) for path in sorted(found, key=lambda p: p.name)
    )


def migrate(connection: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    """Apply what has not been applied, fill the lookups, make changed views and macros anew; returns new migrations.

    All or nothing, in a transaction of its own. Raises ChangedMigration where an applied file was edited.
    """
    with transaction(connection):
        new = _migrated(connection)
        fill(connection)
        _create_views(connection, dict((*scripts("views"), *scripts("macros"))))
    return new


def _create_views(connection: duckdb.DuckDBPyConnection, texts: Mapping[str, str]) -> None:
    """Create views and macros anew, unless the file holds what was made of these texts."""
    wanted = hashlib.sha256("".join(texts.values()).encode()).hexdigest()
    kept = connection.execute("select texts, held from bookkeeping.script").fetchone()
    if kept != (wanted, _held(connection)):
        for text in _ordered(texts):
            connection.execute(text)
        connection.execute("delete from bookkeeping.script")
        connection.execute("insert into bookkeeping.script values (?, ?)", [wanted, _held(connection)])


def _held(connection: duckdb.DuckDBPyConnection) -> str:
    """A hash of the views and macros that the file holds, with their comments.

    Of their words alone: DuckDB writes quotation marks, brackets and hints otherwise once the file is opened anew.
    """
    rows = connection.execute(_HELD).fetchall()
    words = _SPELLING.sub("", "\n".join(str(value) for row in rows for value in row))
    return hashlib.sha256(words.encode()).hexdigest()


def _migrated(connection: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    connection.execute("create schema if not exists bookkeeping")
    connection.execute(
        "create table if not exists bookkeeping.migration (name varchar primary key, hash varchar not null)"
    )
    applied = dict(connection.execute("select name, hash from bookkeeping.migration").fetchall())
    new: list[str] = []
    for name, text in scripts("migrations"):
        digest = hashlib.sha256(text.encode()).hexdigest()
        if name not in applied:
            connection.execute(text)
            connection.execute("insert into bookkeeping.migration values (?, ?)", [name, digest])
            new.append(name)
        elif applied[name] != digest:
            raise ChangedMigration(name=name)
    return tuple(new)


def _ordered(views: Mapping[str, str]) -> Iterator[str]:
    """The texts of the views and macros, each behind those that it uses."""
    words = {name: {word for pair in _USES.findall(text) for word in pair} for name, text in views.items()}
    needs = {name: {other for other in views if other != name and other in words[name]} for name in views}
    return (views[name] for name in TopologicalSorter(needs).static_order())
