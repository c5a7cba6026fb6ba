"""Printed names of institutions: those that the register has not been asked about, and what it was when it was."""

from __future__ import annotations

import duckdb

_REGISTER = "institution"
_FORGET = (
    "delete from institution_name "
    "where printed not in (select institution from participant where institution is not null)"
)
_WANTED = (
    "select distinct p.institution from participant p left join institution_name n on n.printed = p.institution "
    "where p.institution is not null and (?::boolean or n.printed is null) order by p.institution"
)


def names_to_resolve(connection: duckdb.DuckDBPyConnection, register: str) -> tuple[str, ...]:
    """Printed names without a resolution, or all where the register (by its hash) is another one than before.

    Names that are printed no more are forgotten. The register counts as asked from now on, in this transaction.
    """
    kept = connection.execute("select hash from bookkeeping.register where name = ?", [_REGISTER]).fetchone()
    again = kept is None or kept[0] != register
    connection.execute(_FORGET)
    connection.execute("insert or replace into bookkeeping.register values (?, ?)", [_REGISTER, register])
    return tuple(name for (name,) in connection.execute(_WANTED, [again]).fetchall())
