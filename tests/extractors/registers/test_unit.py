"""The register of units."""

from __future__ import annotations

import re

import pytest

from extractors.registers.unit import pattern, units

KINDS = {"money", "share", "points", "ratio", "time", "count", "measure"}


def test_the_register_is_sound() -> None:
    rows = units().values()
    assert len(rows) > 150
    assert {row.kind for row in rows} == KINDS
    assert all(row.factor > 0 and row.printed.strip() == row.printed and row.unit for row in rows)
    assert all(re.compile(row.unless) for row in rows)


def test_a_unit_is_of_one_kind() -> None:
    kinds: dict[str, set[str]] = {}
    for row in units().values():
        kinds.setdefault(row.unit, set()).add(row.kind)
    assert {unit for unit, found in kinds.items() if len(found) > 1} == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("元人民币", "元人民币"), ("美元", "美元"), ("个百分点", "个百分点"), ("kWh", "kWh"), ("GHz", None), ("元素", None), ("年代", None)],
)  # fmt: skip
def test_the_longest_spelling_is_taken_unless_it_is_another_word(text: str, expected: str | None) -> None:
    found = re.match(pattern(), text)
    assert (found.group() if found else None) == expected
