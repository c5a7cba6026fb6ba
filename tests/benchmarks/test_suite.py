"""The suite's parts on a little: each gives figures, and what is counted is right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import flow, loading, made, scale, suite
from benchmarks.clock import Taken
from flows.run import PLAIN
from warehouse import account
from warehouse.connection import writer


def test_the_parts_are_named(tmp_path: Path) -> None:
    assert list(suite.parts(tmp_path, 0.1)) == ["parse", "workers", "flow", "startup", "loading", "scale"]


@pytest.mark.parametrize(("last", "new", "expected"), [([1, 3], [2, 2], 1.0), ([3, 3], [2, 2], 1.5), ([1], [2], 0.5)])
def test_growth_is_against_the_same_rows_in_a_new_file(last: list[int], new: list[int], expected: float) -> None:
    full, empty = ([(10, Taken(seconds, 1)) for seconds in each] for each in (last, new))
    assert scale.growth(full, empty) == pytest.approx(expected)


def test_steps_are_counted_and_timed() -> None:
    inside = flow.Inside()
    fake = replace(PLAIN, load=lambda *values: values, read=lambda *values: values)  # type: ignore[arg-type, return-value]
    steps = inside.all(fake)
    assert [steps.load(1, 2, 3), steps.load(1, 2, 3), steps.read(4)] == [(1, 2, 3), (1, 2, 3), (4,)]  # type: ignore[arg-type, call-arg, comparison-overlap]
    assert inside.counts == {"load": 2, "read": 1}
    assert inside.seconds > 0


def test_each_way_of_loading_loads_the_same_rows(tmp_path: Path) -> None:
    rows = [row for n in range(2) for row in made.parsed(n)]
    sizes = []
    for name, way in loading.WAYS.items():
        path = tmp_path / f"{name}.duckdb"
        assert loading.rows_a_second(way, rows, path) > 0
        with writer(path) as connection:
            sizes.append(account.sizes(connection))
    assert sizes[0] == sizes[1] == sizes[2]
    assert sum(sizes[0].values()) == len(rows)
