"""Units of figures: as they are printed, and the unit and factor that each stands for."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

_LETTER = re.compile(r"[A-Za-z]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One spelling of a unit."""

    printed: str
    unit: str  # what figures are told in: 元 for 元人民币, 瓦 for GW
    factor: Decimal  # units in one that is printed
    kind: str  # money, share, points, ratio, time, count or measure
    unless: str  # pattern of what does not stand behind it: 素 behind 元, 代 behind 年


@cache
def units() -> dict[str, Unit]:
    """The register's rows, by spelling."""
    with files("extractors.registers").joinpath("unit.csv").open(encoding="utf-8") as lines:
        return {
            row["printed"]: Unit(
                printed=row["printed"],
                unit=row["unit"],
                factor=Decimal(row["factor"]),
                kind=row["kind"],
                unless=row["unless"],
            )
            for row in csv.DictReader(lines)
        }


@cache
def pattern() -> str:
    """A pattern of all spellings, the longest first; what is of letters ends where the letters end."""
    rows = sorted(units().values(), key=lambda row: -len(row.printed))
    return "|".join(re.escape(row.printed) + _behind(row) for row in rows)


def _behind(row: Unit) -> str:
    """What must not follow."""
    letters = "(?![A-Za-z0-9])" if _LETTER.search(row.printed) else ""
    return letters + (f"(?!{row.unless})" if row.unless else "")
