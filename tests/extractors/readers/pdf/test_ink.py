"""A scanned page as ink: set straight, borders found and wiped out, boxes told."""

from __future__ import annotations

import pytest

from extractors.readers.form import EMPTY, TICKED, UNSURE
from extractors.readers.pdf import ocr

if not ocr.is_installed():
    pytest.skip("the extra `ocr` is not installed", allow_module_level=True)

import cv2
import numpy as np

from extractors.readers.pdf import ink

HIGH, WIDE = 600, 800
Drawing = list[tuple[tuple[int, int], tuple[int, int], int]]  # from, to, thickness; a thickness of -1 fills


def paper(level: int = 255) -> np.ndarray:
    return np.full((HIGH, WIDE), level, np.uint8)


def drawn(drawing: Drawing) -> np.ndarray:
    """Ink: rectangles where a thickness is negative or the two ends are apart both ways, lines else."""
    made = np.zeros((HIGH, WIDE), np.uint8)
    for start, end, thickness in drawing:
        cv2.rectangle(made, start, end, 255, thickness)
    return made


BOX = ((100, 100), (126, 126), 2)
BOXES: dict[str, tuple[Drawing, list[str]]] = {
    "empty": ([BOX], [EMPTY]),
    "ticked": ([BOX, ((108, 106), (118, 120), -1)], [TICKED]),
    "a speck inside": ([BOX, ((110, 110), (113, 113), -1)], [UNSURE]),
    "filled": ([((100, 100), (126, 126), -1)], ["■"]),
    "touched by what stands beside it": ([BOX, ((70, 98), (99, 128), 2), ((80, 98), (82, 128), -1)], [EMPTY]),
    "too small": ([((100, 100), (108, 108), 1)], []),
    "a table's cell": ([((100, 100), (300, 200), 2)], []),
    "oblong": ([((100, 100), (150, 126), 2)], []),
    "open": ([((100, 100), (126, 102), -1), ((100, 100), (102, 126), -1)], []),
}


@pytest.mark.parametrize(("drawing", "shown"), BOXES.values(), ids=BOXES)
def test_boxes_are_told_by_their_ink(drawing: Drawing, shown: list[str]) -> None:
    assert [told for _, told in ink.frames(drawn(drawing))] == shown


def test_a_box_lies_where_it_is_drawn() -> None:
    ((bounds, _),) = ink.frames(drawn([BOX]))
    assert bounds == pytest.approx((100, 100, 127, 127), abs=2)


@pytest.mark.parametrize(("gap", "found"), [(5, [(100, 121), (131, 151)]), (10, [(100, 151)])])
def test_runs_are_cut_at_wide_gaps(gap: float, found: list[tuple[float, float]]) -> None:
    made = drawn([((100, 50), (120, 60), -1), ((131, 50), (150, 60), -1)])
    assert list(ink.runs(made, (0, 40, WIDE, 70), gap)) == found
    assert list(ink.runs(made, (0, 100, WIDE, 130), gap)) == []


@pytest.mark.parametrize(
    ("drawing", "box", "levelled"),
    [
        ([((100, 50), (300, 76), -1)], (100, 40, 301, 86), (100, 47, 301, 80)),
        ([((100, 60), (300, 62), -1)], (100, 40, 301, 86), (100, 47.5, 301, 75.5)),
        ([((100, 41), (300, 85), -1)], (100, 40, 301, 86), (100, 40, 301, 86)),
        ([], (100, 40, 301, 86), (100, 40, 301, 86)),
    ],
    ids=["much paper", "a dash", "no paper", "no ink"],
)
def test_a_line_is_drawn_in_to_its_ink(drawing: Drawing, box: ink.Bounds, levelled: ink.Bounds) -> None:
    assert ink.level(drawn(drawing), box) == pytest.approx(levelled, abs=0.51)


def test_borders_are_found_and_wiped_out() -> None:
    grey = paper()
    cv2.rectangle(grey, (100, 100), (700, 500), 0, 2)
    cv2.rectangle(grey, (200, 200), (230, 230), 0, -1)
    sheet = ink.sheet(grey)
    across = [one for one in sheet.borders if one[2] - one[0] > one[3] - one[1]]
    along = [one for one in sheet.borders if one[3] - one[1] > one[2] - one[0]]
    assert {round(one[1], -1) for one in across} == {100, 500}
    assert {round(one[0], -1) for one in along} == {100, 700}
    assert sheet.grey[100, 300] == 255
    assert not sheet.ink[100, 300]
    assert sheet.ink[215, 215]


def test_faint_borders_in_a_shadow_are_found() -> None:
    grey = paper(150)
    cv2.rectangle(grey, (100, 100), (700, 500), 110, 2)
    assert ink.sheet(grey).borders


@pytest.mark.parametrize("askew", [-2.3, -0.5, 0.0, 0.7, 2.0])
def test_a_page_is_set_straight(askew: float) -> None:
    level = paper()
    for top in range(60, 540, 40):
        for left in range(80, 700, 30):
            cv2.rectangle(level, (left, top), (left + 20, top + 18), 0, -1)
    turn = cv2.getRotationMatrix2D((WIDE / 2, HIGH / 2), askew, 1.0)
    turned = cv2.warpAffine(level, turn, (WIDE, HIGH), flags=cv2.INTER_LINEAR, borderValue=255)
    rows = ink.straight(turned)[:, 100:700].min(axis=1)
    assert (rows > 128).sum() >= 200  # as many blank rows between the lines as there were


def test_an_empty_page_stays_as_it_is() -> None:
    assert np.array_equal(ink.straight(paper()), paper())
    assert ink.sheet(paper()).borders == ()
