"""Institutions of participants: printed names, each once, resolved by the register as it is now."""

from __future__ import annotations

import duckdb

from extractors.registers.institution import register_hash
from extractors.registers.resolution import institution_names
from warehouse.load import load
from warehouse.names import names_to_resolve


def resolve_names(connection: duckdb.DuckDBPyConnection, run_id: str) -> int:
    """Resolve names that are new, or all where the register changed; returns how many. No document is read again."""
    names = names_to_resolve(connection, register_hash())
    load(connection, institution_names(names), run_id)
    return len(names)
