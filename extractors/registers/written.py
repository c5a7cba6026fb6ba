"""Written forms of institutions' names: what is dropped or made equal, one rule of the register after another."""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LEVELS = ("written_form", "legal_form", "kind_word", "place")
_INNER = re.compile(r"[()]")


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the register of rules; `types` are the institutions that it is for, all where none is told."""

    rule: str
    pattern: re.Pattern[str]
    replacement: str
    types: frozenset[str]


@cache
def rules(name: str) -> tuple[Rule, ...]:
    """The rows of one rule, in their order."""
    with files("extractors.registers").joinpath("institution_rule.csv").open(encoding="utf-8") as lines:
        return tuple(
            Rule(row["rule"], re.compile(row["pattern"]), row["replacement"], frozenset(row["types"].split("|")) - {""})
            for row in csv.DictReader(lines)
            if row["rule"] == name
        )


def forms(name: str, type: str | None = None) -> tuple[str, ...]:  # noqa: A002 - the register's word
    """The name at each of the levels, each form made from the one before it.

    A rule for institutions of some types is used for these types only.

    >>> forms("虚构（上海）资产管理有限公司")
    ('虚构(上海)资产管理有限公司', '虚构(上海)资产管理', '虚构(上海)资管', '虚构资管')
    """
    text = unicodedata.normalize("NFKC", name).translate(_simplified()).casefold()
    done = []
    for level in LEVELS:
        text = _applied(text, level, type)
        done.append(text)
    return (*done[:-1], _INNER.sub("", done[-1]))


@cache
def _simplified() -> dict[int, str]:
    with files("extractors.registers").joinpath("institution_character.csv").open(encoding="utf-8") as lines:
        return {ord(row["traditional"]): row["simplified"] for row in csv.DictReader(lines)}


def _applied(text: str, level: str, type: str | None) -> str:  # noqa: A002
    for rule in rules(level):
        if not rule.types or type in rule.types:
            text = rule.pattern.sub(rule.replacement, text)
    return text
