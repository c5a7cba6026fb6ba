"""The register of institutions: who they are, and every name under which they are printed."""

from __future__ import annotations

import csv
import hashlib
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from extractors.institutions import Institution, InstitutionAlias, InstitutionShared

_LIST = "|"
_UNTIL = "~"
_LEGAL = re.compile(r"有限公司|责任公司|股份公司|）公司|合伙|（有限|中心（")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownInstitution:
    """One row of the register: dates as far as they are known, `2023`, `2023-12` or `2023-12-08`."""

    name: str  # full name, the latest
    short_names: tuple[str, ...]
    english_names: tuple[str, ...]
    former_names: tuple[tuple[str, str], ...]  # each with the date until which it was used, or none
    type: str
    group: str
    valid_from: str
    valid_to: str
    successor: str  # full name of the institution into which it merged
    evidence: str

    @property
    def short_name(self) -> str:
        """Its first short name, else its first English one, else its full name."""
        return (*self.short_names, *self.english_names, self.name)[0]


@cache
def known() -> tuple[KnownInstitution, ...]:
    """The register's rows."""
    return tuple(_row(row) for row in _rows("institution.csv"))


@cache
def shared() -> dict[str, tuple[str, ...]]:
    """Short names that several institutions share, with the full names of those who can be meant."""
    return {row["name"]: tuple(row["institutions"].split(_LIST)) for row in _rows("institution_shared.csv")}


@cache
def short_names() -> frozenset[str]:
    """All short, English and former names, and those that several share: what a reader takes for an institution."""
    own = (
        name
        for row in known()
        for name in (row.name, *row.short_names, *row.english_names, *(former for former, _ in row.former_names))
        if not _LEGAL.search(name)
    )
    return frozenset((*own, *shared()))


def institutions() -> Iterator[Institution]:
    """The register's rows as records."""
    for row in known():
        yield Institution(
            institution_id=row.name, name=row.name, short_name=row.short_name,
            english_name=row.english_names[0] if row.english_names else None, type=row.type,
            group_name=row.group or None, valid_from=first_day(row.valid_from), valid_to=last_day(row.valid_to),
            successor_id=row.successor or None, evidence=row.evidence,
        )  # fmt: skip


@cache
def aliases() -> tuple[InstitutionAlias, ...]:
    """Every name of every institution, once; the evidence tells which of its names it is."""
    found: dict[str, InstitutionAlias] = {}
    for row in known():
        named = [(row.name, "full name", "")]
        named += [(name, "short name", "") for name in row.short_names]
        named += [(name, "English name", "") for name in row.english_names]
        named += [(name, "former name", until) for name, until in row.former_names]
        for name, kind, until in named:
            found.setdefault(name, InstitutionAlias(
                alias=name, institution_id=row.name, evidence=f"{kind} of the register", valid_to=last_day(until),
            ))  # fmt: skip
    return tuple(found.values())


def records() -> Iterator[object]:
    """The register as records of its three tables."""
    yield from institutions()
    yield from aliases()
    for name, candidates in shared().items():
        yield from (InstitutionShared(name=name, institution_id=candidate) for candidate in candidates)


def register_hash() -> str:
    """SHA-256 of the register's files and of the rules: it tells whether names are resolved as before."""
    found = hashlib.sha256()
    for name in ("institution", "institution_shared", "institution_character", "institution_rule"):
        found.update(files("extractors.registers").joinpath(f"{name}.csv").read_bytes())
    return found.hexdigest()


def first_day(text: str) -> date | None:
    """The first day of a date, a month or a year; None for none."""
    return date.fromisoformat(f"{text}-01-01"[:10]) if text else None


def last_day(text: str) -> date | None:
    """The last day of a date, a month or a year; None for none.

    >>> last_day("2024-02"), last_day("2015"), last_day("")
    (datetime.date(2024, 2, 29), datetime.date(2015, 12, 31), None)
    """
    parts = [int(part) for part in text.split("-") if part]
    if not parts:
        return None
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])  # noqa: PLR2004 - a day is told


def _row(row: dict[str, str]) -> KnownInstitution:
    former = (name.partition(_UNTIL) for name in row["former_names"].split(_LIST) if name)
    return KnownInstitution(
        name=row["name"], short_names=_listed(row["short_names"]), english_names=_listed(row["english_names"]),
        former_names=tuple((name, until) for name, _, until in former), type=row["type"], group=row["group"],
        valid_from=row["valid_from"], valid_to=row["valid_to"], successor=row["successor"], evidence=row["evidence"],
    )  # fmt: skip


def _listed(text: str) -> tuple[str, ...]:
    return tuple(name for name in text.split(_LIST) if name)


def _rows(name: str) -> list[dict[str, str]]:
    with files("extractors.registers").joinpath(name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))
