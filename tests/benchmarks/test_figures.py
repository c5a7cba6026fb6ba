"""Figures against hand-labelled answers of real records."""

from __future__ import annotations

from pathlib import Path

from benchmarks.figures import LABELS, Score, compare, found_in, labels, page, score


def test_the_labels_are_places_with_values_and_hold_no_text() -> None:
    found = labels()
    places = [(place, value) for _, _, expected in found for place, value in expected.items()]
    assert len(places) >= 300
    assert all(start < end and low <= high for (start, end), (low, high, _) in places)
    assert LABELS.read_text("utf-8").splitlines()[0] == "record,question,start,end,low,high,unit"
    assert max(len(unit) for _, (_, _, unit) in places) <= 4


def test_figures_are_right_as_often_as_the_page_says(shared: Path) -> None:
    records = sorted({record for record, _, _ in labels()})[::5]
    result = score(shared / "corpus", [label for label in labels() if label[0] in records])
    assert result.right > 50
    assert (result.precision >= 0.97, result.recall >= 0.95) == (True, True), (result.wrong, result.missed)


def test_a_figure_that_says_something_else_is_wrong_and_missed() -> None:
    result = Score()
    compare(result, ("a", 1), found_in("营收5亿元，增长3%。"), {(2, 5): (5e8, 5e8, "元"), (8, 10): (4, 4, "%")})
    assert (result.right, result.wrong, result.missed) == (1, [("a", 1, (8, 10))], [("a", 1, (8, 10))])
    assert page(result, 1).splitlines()[-1] == "| 1 | 2 | 0.500 | 0.500 |"


def test_ranges_have_both_ends() -> None:
    assert found_in("增长30%-40%") == {(2, 9): (30, 40, "%")}
