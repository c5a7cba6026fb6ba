"""The suite's parts on a little: each gives figures, and what is counted is right."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import flow, loading, scale, suite
from benchmarks.clock import Taken
from flows.run import PLAIN


def test_the_parts_are_named(tmp_path: Path) -> None:
    assert list(suite.parts(tmp_path, 0.1)) == ["parse", "workers", "flow", "startup", "loading", "scale"]


@pytest.mark.parametrize(
    ("chunks", "expected"),
    [
        ([(10, Taken(1, 1))] * 20, 1.0),
        ([(10, Taken(1, 1))] * 19 + [(5, Taken(1, 1))], 1.5),
        ([(10, Taken(1, 1)), (10, Taken(3, 1))], 3.0),
    ],
)
def test_growth_is_by_row_and_tenth(chunks: list[tuple[int, Taken]], expected: float) -> None:
    assert scale.growth(chunks) == pytest.approx(expected)


def test_steps_are_counted() -> None:
    counts: Counter[str] = Counter()
    fake = replace(PLAIN, load=lambda *values: values, read=lambda *values: values)  # type: ignore[arg-type, return-value]
    steps = flow.counted(counts, fake)
    assert [steps.load(1, 2, 3), steps.load(1, 2, 3), steps.read(4)] == [(1, 2, 3), (1, 2, 3), (4,)]  # type: ignore[arg-type, call-arg, comparison-overlap]
    assert counts == {"load": 2, "read": 1}


def test_each_way_of_loading_loads_its_rows(tmp_path: Path) -> None:
    figures = loading.figures(tmp_path, 40)
    assert [one.name.split()[-1] for one in figures][:2] == ["ours", "executemany"]
    assert min(one.value for one in figures) > 0
