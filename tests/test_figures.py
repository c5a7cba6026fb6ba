"""The figures that a run tells at its end."""

from __future__ import annotations

import pytest

from tests.factory.figures import figure_into, lines


def test_numbers_of_one_name_add_up_and_words_stand_alone() -> None:
    first: list[tuple[str, object]] = [("kills", 9)]  # a property of a test that is no figure
    figure_into(first)("kills", 2)
    second: list[tuple[str, object]] = []
    told = figure_into(second)
    told("kills", 3)
    told("MiB", "9 9")
    assert lines([first, second, []]) == ["kills: 5", "MiB: 9 9"]


def test_a_run_prints_them(figure: object, request: pytest.FixtureRequest) -> None:
    properties = request.node.user_properties
    figure("of this test", 1)  # type: ignore[operator]
    assert lines([properties]) == ["of this test: 1"]
    properties.clear()
