"""Words around figures: what makes them approximate, what they are compared with, which way they went."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files


@cache
def pattern(side: str, senses: tuple[str, ...]) -> str:
    """A pattern with a named group for each of the senses, from the register's rows of that side."""
    known = [(sense, _words(side, sense)) for sense in senses]
    return "|".join(f"(?P<{sense}>{'|'.join(words)})" for sense, words in known if words)


def _words(side: str, sense: str) -> list[str]:
    """The patterns of one sense, the longest first."""
    found = (row["pattern"] for row in _rows() if (row["side"], row["sense"]) == (side, sense))
    return [word for word in sorted(found, key=lambda word: -len(word)) if re.compile(word)]


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with files("extractors.registers").joinpath("figure_word.csv").open(encoding="utf-8") as lines:
        return tuple(csv.DictReader(lines))
