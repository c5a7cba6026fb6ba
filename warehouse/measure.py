"""What is derived of records and companies, made anew for those that changed: the schema `derived`, and measures.

A record is due where the fingerprint of all its rows is another than before, a company where one of its records was.
Novelty needs every earlier answer of a company: companies are measured whole, some at a time, so that the shingles of
a batch fit in memory.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence

import duckdb

from warehouse.migrate import scripts

_BATCH = 10_000  # answers, unless one company has more
_Stale = tuple[str, str, int]
_REGISTERS = """
select
  (select bit_xor(hash(institution_id, short_name, type)) from institution),
  (select bit_xor(hash(trading_on, number)) from trading_day)
"""


def measure(connection: duckdb.DuckDBPyConnection) -> int:
    """Bring the derived tables and `answer_measure` up to date in the caller's transaction; returns the companies made.

    The macro current_run() names the run.
    """
    steps, tables = dict(scripts("measures")), dict(scripts("derived"))
    connection.execute(tables["source"])
    connection.execute(tables["record"])
    connection.execute(steps["gone"])
    pattern = _pattern(connection)
    stale = connection.execute(steps["stale"], {"state": _state(connection, pattern)}).fetchall()
    for batch in _batches([one for one in stale if one[0]]):
        _fill(connection, "batch", batch)
        connection.execute(steps["asked"], {"pattern": pattern})
        connection.execute(steps["shares"])
    if stale:
        _fill(connection, "due", stale)
        connection.execute(tables["visit"])
        connection.execute(tables["company_period"])
        connection.execute("insert or replace into bookkeeping.measured select company_id, hash from due")
        connection.execute("drop table due")
    return len(stale)


def _fill(connection: duckdb.DuckDBPyConnection, table: str, companies: Sequence[_Stale]) -> None:
    """A temporary table of companies with their hashes."""
    given = json.dumps([{"company_id": company, "hash": found} for company, found, _ in companies], ensure_ascii=False)
    connection.execute(
        f"create or replace temp table {table} as select unnest(from_json(?::json, "
        """'[{"company_id": "VARCHAR", "hash": "VARCHAR"}]'), recursive := true)""",
        [given],
    )


def _state(connection: duckdb.DuckDBPyConnection, pattern: str) -> str:
    """What all companies have in common: set phrases, registers and the scripts themselves."""
    registers = connection.execute(_REGISTERS).fetchone()
    texts = [text for folder in ("measures", "derived", "macros", "views") for _, text in scripts(folder)]
    return hashlib.sha256("\n".join((pattern, repr(registers), *texts)).encode()).hexdigest()[:16]


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
