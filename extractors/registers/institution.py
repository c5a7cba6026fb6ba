"""Institutions whose short names hold no word that tells what they are."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownInstitution:
    """One row of the register."""

    short_name: str
    full_name: str
    type: str


@cache
def known() -> tuple[KnownInstitution, ...]:
    """The register's rows."""
    with files("extractors.registers").joinpath("institution.csv").open(encoding="utf-8") as lines:
        return tuple(KnownInstitution(**row) for row in csv.DictReader(lines))


@cache
def short_names() -> frozenset[str]:
    """All short names."""
    return frozenset(row.short_name for row in known())
