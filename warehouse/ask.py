"""Questions to the published file, for the command line: read-only, values always bound."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Protocol

import duckdb

from warehouse.connection import reader
from warehouse.dictionary import facts, markdown
from warehouse.errors import BadQuery
from warehouse.migrate import scripts
from warehouse.pending import query


@dataclass(frozen=True, slots=True)
class Answer:
    """Column names and rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]

    @property
    def records(self) -> tuple[dict[str, object], ...]:
        """The rows by column name; of columns with one name the later ones are numbered.

        >>> Answer(("a", "a"), ((1, 2),)).records
        ({'a': 1, 'a_2': 2},)
        """
        names: list[str] = []
        for name in self.columns:
            taken, again = {*self.columns, *names}, (f"{name}_{number}" for number in count(2))
            names.append(next(one for one in again if one not in taken) if name in names else name)
        return tuple(dict(zip(names, row, strict=True)) for row in self.rows)


class Named(Protocol):
    """Asks one of the shipped queries."""

    def __call__(self, name: str, /, **values: object) -> Answer:
        """Its answer, with these values bound."""


def sql(path: Path, text: str) -> Answer:
    """What DuckDB answers to the user's own query.

    Raises BadQuery with DuckDB's reason.
    """
    with reader(path) as connection:
        try:
            return _answer(connection.execute(text))
        except (duckdb.Error, UnicodeError) as error:
            raise BadQuery(reason=str(error)) from error


def named(path: Path, name: str, **values: object) -> Answer:
    """What one of the shipped queries answers."""
    with asking(path) as ask:
        return ask(name, **values)


@contextmanager
def asking(path: Path) -> Iterator[Named]:
    """Asks shipped queries of one and the same published file, also when another takes its place meanwhile."""
    with reader(path) as connection:
        yield lambda name, /, **values: _answer(connection.execute(query(name), values or None))


def search(path: Path, word: str, limit: int = 20) -> Answer:
    """Questions whose text or answer holds the word, newest first; large and small letters are alike."""
    pattern = "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%"
    return named(path, "search", pattern=pattern, limit=limit)


def examples() -> tuple[tuple[str, str], ...]:
    """Title and text of the shipped example queries."""
    found = (text.partition("\n") for name, text in scripts("queries") if name.startswith("example_"))
    return tuple((title.removeprefix("-- "), text.strip()) for title, _, text in found)


def dictionary(path: Path) -> str:
    """The data dictionary of the published file, as Markdown."""
    with reader(path) as connection:
        return markdown(connection)


def described(path: Path) -> dict[str, object]:
    """The same as facts: tables with their columns, and macros."""
    with reader(path) as connection:
        return facts(connection)


def _answer(cursor: duckdb.DuckDBPyConnection | None) -> Answer:
    if cursor is None or cursor.description is None:  # a text without a statement has no cursor
        return Answer((), ())
    return Answer(tuple(column[0] for column in cursor.description), tuple(cursor.fetchall()))
