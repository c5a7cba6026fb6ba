"""Checks as SQL: each file of `checks/` returns the offending rows; `fail_` stops publishing, `warn_` is reported."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from warehouse.migrate import scripts


@dataclass(frozen=True, slots=True)
class Finding:
    """One check that found rows."""

    name: str
    meaning: str  # the check's head comment
    rows: int
    example: str  # the first row by its text
    stops: bool  # publishing stops

    def __str__(self) -> str:
        """The finding in one line."""
        return f"{self.name}: {self.rows} rows, such as {self.example} ({self.meaning})"


def run_checks(connection: duckdb.DuckDBPyConnection) -> tuple[Finding, ...]:
    """Findings of all checks; none where all pass."""
    found: list[Finding] = []
    for name, text in scripts("checks"):
        rows = connection.execute(text).fetchall()
        if rows:
            meaning = text.split("\n", 1)[0].removeprefix("-- ")
            found.append(Finding(name, meaning, len(rows), min(map(str, rows)), name.startswith("fail_")))
    return tuple(found)
