"""The bench of the whole warehouse: every view has a typical query, and each answers on made data."""

from __future__ import annotations

from pathlib import Path

from benchmarks import scale
from warehouse.migrate import scripts


def test_every_view_is_asked_and_each_as_it_was_known() -> None:
    timed = {name for name, _ in scripts("macros") if name.endswith(("_as_of", "_as_seen"))}
    assert set(scale._QUERIES) == {name for name, _ in scripts("views")} | timed | {"search_qa"}


def test_a_small_warehouse_gives_every_figure(tmp_path: Path) -> None:
    found = {one.name: one.value for one in scale.figures(tmp_path, 20)}
    assert {f"view {name}" for name in scale._QUERIES} <= set(found)
    assert found["rows loaded, of 20 records"] > 1_500
