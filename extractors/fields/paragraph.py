"""Paragraphs of printed lines, told by the layout: room left on a line, indents, gaps between lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extractors.readers.form import Line

_SLACK = 0.9  # line heights that a full line may fall short of its room
_PADDING = 8.0  # points between a cell's border and its text
_INDENT = 1.2  # line heights that open a paragraph
_LATIN_WIDTH = 0.5  # of a line's height
_SPACED = 1.4  # of the usual step between lines: a wider one parts paragraphs
_STEPS = 4  # steps between lines that tell the usual one
_LISTED = re.compile(r"\s*(?:[（(]\d{1,2}[)）]|\d{1,2}[、）)]|[①-⑳])")  # the number of a list's entry
_UNBROKEN = re.compile(r"[!-~]+|.")


@dataclass(frozen=True, slots=True)
class Frame:
    """The edges between which lines stand, and the usual step from one to the next; 0 where nothing tells them."""

    right: float
    left: float
    step: float


def frame(lines: Sequence[Line]) -> Frame:
    """The frame of lines: how far right they or their cells reach, where most begin, their usual step."""
    reaches = (max(line.box.x1, line.edges[1] - _PADDING if line.edges else 0) for line in lines if line.box)
    starts = sorted(line.box.x0 for line in lines if line.box)
    steps = [step for a, b in pairwise(lines) if (step := _step(a, b)) > 0]
    return Frame(
        right=max(reaches, default=0.0),
        left=starts[len(starts) // 4] if starts else 0.0,
        step=median(steps) if len(steps) >= _STEPS else 0.0,
    )


def breaks_after(line: Line, following: Line, around: Frame) -> bool:
    """Whether a paragraph ends with the line.

    It does where the next word would have fitted, where the next line is indented (one of two indented lines
    only where the number of a list begins it), or where it stands further down than lines usually do.
    """
    if not line.box or not following.box or line.is_paragraph or following.is_paragraph:
        return True
    height = line.box.bottom - line.box.top
    edge = min(around.right, line.edges[1] - _PADDING) if line.edges else around.right
    word = _UNBROKEN.match(following.text.strip())
    needed = height * (_LATIN_WIDTH * len(word.group()) if word and word.group().isascii() else 1.0)
    if edge - line.box.x1 > needed + _SLACK * height:
        return True
    if around.step and _step(line, following) > _SPACED * around.step:
        return True
    if following.box.x0 <= around.left + _INDENT * height:
        return False
    return line.box.x0 < following.box.x0 - 0.5 * height or _LISTED.match(following.text) is not None


def paragraphs(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """The lines grouped to paragraphs by the layout, within the frame of the lines themselves."""
    around = frame(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not breaks_after(groups[-1][-1], line, around):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(tuple(group) for group in groups)


def _step(line: Line, following: Line) -> float:
    """From one line's top to the next one's, in points; 0 over a page break."""
    if not line.box or not following.box or line.page != following.page:
        return 0.0
    return following.box.top - line.box.top
