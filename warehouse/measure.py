"""Measures of answers: length, set phrases, novelty and repetition, made anew for the companies that changed.

Novelty needs every earlier answer of a company: companies are measured whole, some at a time, so that the
shingles of a batch fit in memory; a company whose questions, meetings and instants are as before is left alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence

import duckdb

from warehouse.migrate import scripts

_BATCH = 10_000  # answers, unless one company has more
_Stale = tuple[str, str, int]


def measure(connection: duckdb.DuckDBPyConnection) -> int:
    """Bring `answer_measure` up to date in the caller's transaction; returns the companies measured.

    The macro current_run() names the run.
    """
    steps = dict(scripts("measures"))
    connection.execute(steps["gone"])
    pattern = _pattern(connection)
    phrases = hashlib.sha256((pattern + steps["shares"]).encode()).hexdigest()[:16]
    stale = connection.execute(steps["stale"], {"phrases": phrases}).fetchall()
    for batch in _batches(stale):
        companies = json.dumps([company for company, _, _ in batch], ensure_ascii=False)
        connection.execute(steps["asked"], {"pattern": pattern, "companies": companies})
        connection.execute(steps["shares"])
        hashes = json.dumps([{"company_id": company, "hash": found} for company, found, _ in batch], ensure_ascii=False)
        connection.execute(
            "insert or replace into bookkeeping.measured select unnest(from_json(?::json, "
            """'[{"company_id": "VARCHAR", "hash": "VARCHAR"}]'), recursive := true)""",
            [hashes],
        )
    return len(stale)


def _pattern(connection: duckdb.DuckDBPyConnection) -> str:
    """The set phrases as one regular expression."""
    rows = connection.execute("select pattern from boilerplate order by pattern").fetchall()
    return "|".join(pattern for (pattern,) in rows)


def _batches(stale: Sequence[_Stale]) -> Iterator[tuple[_Stale, ...]]:
    """Companies in their order, with about `_BATCH` answers in all."""
    batch: list[_Stale] = []
    for one in stale:
        if batch and sum(answers for _, _, answers in batch) + one[2] > _BATCH:
            yield tuple(batch)
            batch = []
        batch.append(one)
    if batch:
        yield tuple(batch)
