"""Figures against their aims, and what work takes."""

from __future__ import annotations

import pytest

from benchmarks.clock import Figure, rows, table, taken


@pytest.mark.parametrize(
    ("figure", "holds"),
    [
        (Figure("a", 1.0, "s"), None),
        (Figure("a", 1.0, "s", 1.0), True),
        (Figure("a", 1.1, "s", 1.0), False),
        (Figure("a", 1.1, "times", 1.0, most=False), True),
        (Figure("a", 0.9, "times", 1.0, most=False), False),
    ],
)
def test_an_aim_is_the_most_or_the_least(figure: Figure, holds: bool | None) -> None:
    assert figure.holds is holds
    assert rows([figure])[0]["holds"] is holds


def test_the_table_marks_what_is_not_reached() -> None:
    lines = table(
        [Figure("one", 2, "s", 1), Figure("two", 2, "times", 1, most=False), Figure("three", 2, "MB")]
    ).splitlines()
    assert [line.split()[0] for line in lines[1:]] == ["one", "two", "three"]
    assert [line.endswith("✗") for line in lines[1:]] == [True, False, False]


def test_work_takes_time_of_the_processor() -> None:
    took = taken(lambda: sum(range(3_000_000)))
    assert took.cpu > 0
    assert took.wall > 0
