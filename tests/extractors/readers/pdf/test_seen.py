"""What is recognised on a scan: boxes told by ink and recogniser together."""

from __future__ import annotations

import pytest

from extractors.readers.form import EMPTY, TICKED, UNSURE
from extractors.readers.pdf.seen import Frame, Run, Sign, seen

HIGH = 40.0


def run(text: str, trust: float = 1.0, x: float = 100.0) -> Run:
    """Characters 30 pixels wide each; the first is told with this trust."""
    return tuple(
        Sign(char, trust if i == 0 else 1.0, (x + 30 * i, 0.0, x + 30 * i + 30, HIGH)) for i, char in enumerate(text)
    )


def frame(shown: str, x: float = 103.0) -> Frame:
    return (x, 8.0, x + 24, 32.0), shown


CASES = {
    "both say empty": ("□调研", 0.6, [frame(EMPTY)], "□调研"),
    "both say ticked": ("☑调研", 0.6, [frame(TICKED)], "☑调研"),
    "they disagree": ("□调研", 0.6, [frame(TICKED)], "⍰调研"),
    "they disagree the other way": ("☑调研", 0.9, [frame(EMPTY)], "⍰调研"),
    "the ink is not sure, the recogniser is": ("□调研", 0.9, [frame(UNSURE)], "□调研"),
    "neither is sure": ("□调研", 0.5, [frame(UNSURE)], "⍰调研"),
    "a doubtful character in a frame": ("回调研", 0.4, [frame(TICKED)], "☑调研"),
    "a character that is a frame": ("国信", 1.0, [frame(TICKED)], "国信"),
    "filled": ("调研", 1.0, [frame("■", 70)], "■\n调研"),
    "overlooked in front": ("调研", 1.0, [frame(EMPTY, 70)], "□\n调研"),
    "overlooked behind": ("调研", 1.0, [frame(TICKED, 175)], "☑\n调研"),
    "too small for the line": ("调研", 1.0, [((70.0, 12.0, 82.0, 26.0), TICKED)], "调研"),
    "far from any text": ("调研", 1.0, [frame(TICKED, 400)], "调研"),
    "a part of a character": ("调研", 1.0, [frame(TICKED, 118)], "调研"),
    "a tick without a box": ("√调研", 0.5, [], "☑调研"),
    "a tick that may be none": ("√调研", 0.2, [], "⍰调研"),
    "a box without ink": ("□调研", 0.5, [], "⍰调研"),
    "a box of broken ink": ("□调研", 0.9, [], "□调研"),
}


@pytest.mark.parametrize(("text", "trust", "frames", "said"), CASES.values(), ids=CASES)
def test_boxes_are_told(text: str, trust: float, frames: list[Frame], said: str) -> None:
    assert seen([run(text, trust)], frames, 0.36).text == said + "\n"


def test_a_box_belongs_to_the_nearest_text_or_to_none() -> None:
    part_of_it = (130.0, 30.0, 145.0, 50.0), TICKED  # such as the 日 of 间
    label = tuple(Sign(char, 1.0, (x, 0.0, x + 60, 60.0)) for char, x in (("时", 30.0), ("间", 90.0)))
    value = tuple(Sign(char, 1.0, (x, 25.0, x + 30, 53.0)) for char, x in (("日", 180.0), ("期", 210.0)))
    assert seen([label, value], [part_of_it], 0.36).text == "时间\n日期\n"


def test_places_are_points() -> None:
    assert seen([run("甲")], [], 0.5).box(0) == (50.0, 0.0, 65.0, 20.0)
