"""Blanks of a recognised run: what parts two cells, by the ink."""

from __future__ import annotations

from itertools import pairwise

import pytest

from extractors.readers.pdf.blanks import spaced
from extractors.readers.pdf.seen import Run, Sign

HIGH, EM = 34.0, 30.0
WIDTHS = {"1": 8.0, "口": 18.0, "日": 18.0, "月": 20.0, "，": 6.0, "l": 4.0}


def printed(text: str, blank: float = 8.0, spread: float = 0.0) -> tuple[Run, list[tuple[float, float]]]:
    """The run as a recogniser gives it, without blanks, and the gaps between its characters' ink."""
    x, inks, run = 100.0, [], []
    for char in text:
        if char == " ":
            x += blank
            continue
        cell = EM if ord(char) > 0x2000 else 16.0
        width = WIDTHS.get(char, cell - 2)
        inks.append((x + (cell - width) / 2, x + (cell + width) / 2))
        run.append(Sign(char, 1.0, (*inks[-1][:1], 0.0, inks[-1][1], HIGH)))
        x += cell + spread
    return tuple(run), [(one[1], other[0]) for one, other in pairwise(inks)]


CASES = {
    "one blank": ("张三 李四", {}),
    "a narrow blank": ("张三丰 李四", {"blank": 6.0}),
    "a wide one": ("张三丰 李四", {"blank": 15.0}),
    "one and two": ("青禾证券 陆明远  松岭基金 王诗涵", {}),
    "narrow characters beside each other": ("人口日月口口", {}),
    "letters spread evenly": ("投资者关系活动", {"spread": 11.0}),
    "a number behind a blank": ("青禾证券 2松岭基金", {}),
    "a narrow digit": ("3月11日", {}),
    "a number": ("2011110", {}),
    "Latin words": ("Harbour Lane", {}),
    "one character": ("甲", {}),
    "beside punctuation": ("张三，李四", {}),
}


@pytest.mark.parametrize(("text", "how"), CASES.values(), ids=CASES)
def test_blanks_are_told(text: str, how: dict[str, float]) -> None:
    run, bare = printed(text, **how)
    assert "".join(sign.char for sign in spaced(run, bare)) == text


def test_characters_that_touch_are_not_parted() -> None:
    run, _ = printed("张三 李四")
    assert spaced(run, []) == run


def test_a_blank_has_no_width_of_its_own() -> None:
    run, bare = printed("张三 李四")
    blank = spaced(run, bare)[2]
    assert (blank.char, blank.box) == (" ", (run[1].box[2], 0.0, run[1].box[2], HIGH))
