"""Records of institutions: the register's rows, and what printed names were resolved to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """One institution (机构) of the register."""

    institution_id: str  # its full name
    name: str
    short_name: str
    english_name: str | None
    type: str
    group_name: str | None  # short name of the institution at its group's head
    valid_from: date | None
    valid_to: date | None
    successor_id: str | None  # the institution into which it merged
    evidence: str  # how its row is known: common knowledge, printed so in public records, or what is unsure


@dataclass(frozen=True, slots=True, kw_only=True)
class InstitutionAlias:
    """A name under which an institution is printed."""

    alias: str
    institution_id: str
    evidence: str
    valid_to: date | None  # last day of a former name


@dataclass(frozen=True, slots=True, kw_only=True)
class InstitutionShared:
    """A short name that several institutions share, and one of those who can be meant."""

    name: str
    institution_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InstitutionName:
    """What a printed name was resolved to, by which rule and which name of the register."""

    printed: str
    institution_id: str | None
    rule: str  # exact, written_form, legal_form … or unresolved
    alias: str | None  # the register's name that it came down to
    unit: str | None  # desk or branch of the institution that is printed with it
