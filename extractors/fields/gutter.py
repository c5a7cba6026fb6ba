"""Columns of a cell that no border parts: its lines cut where a gutter runs down between their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.readers.form import Cell, Line

_BLANK = re.compile(r"\s+")
_NARROW = 0.4  # line heights that a gutter has at least
_STRAY = 0.05  # of the lines with wide gaps that may reach into it
_ENOUGH = 0.4  # of the lines that have something behind it
_CROSSED = 0.1  # of the lines that may run across it
_TOUCH = 1.5  # points by which the next column may begin early
_FEW = 2  # fewer lines have no columns

Extent = tuple[float, float]
Parts = tuple[tuple[int, Line], ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """A cell's columns from left to right, and its lines above and below them that run across."""

    above: Cell
    cells: tuple[Cell, ...]
    below: Cell


def columns(lines: Sequence[Line]) -> Columns | None:
    """The columns of a cell; None where no gutter runs, or the places of its lines are unknown."""
    tabbed = [line for line in lines if "\t" in line.text]
    if len(lines) < _FEW or not tabbed or not all(line.box and _is_measured(line) for line in lines):
        return None
    gutters = tuple(found for found in _gutters(tabbed) if _is_used(lines, found))
    cut = [_cut(line, gutters) for line in lines]
    used = [i for i, parts in enumerate(cut) if parts and parts[-1][0]]
    if not gutters or not used:
        return None
    start = max((i + 1 for i in range(used[0]) if cut[i] is None), default=0)
    end = min((i for i in range(used[-1], len(cut)) if cut[i] is None), default=len(cut))
    if sum(parts is None for parts in cut[start:end]) > _CROSSED * len(lines):
        return None
    found: list[list[Line]] = [[] for _ in range(len(gutters) + 1)]
    for line, parts in zip(lines[start:end], cut[start:end], strict=True):
        for column, part in parts or ((0, line),):
            found[column].append(part)
    return Columns(tuple(lines[:start]), tuple(map(tuple, found)), tuple(lines[end:]))


def _is_measured(line: Line) -> bool:
    return len(line.gaps) == len(_BLANK.findall(line.text))


def _gutters(lines: Sequence[Line]) -> Iterator[Extent]:
    """Strips between the parts of lines with wide gaps, into which hardly a part reaches."""
    parts = [part for line in lines for part in _parts(line, [i for i, c in enumerate(_blanks(line)) if "\t" in c])]
    edges = sorted([(part.box.x0, 1) for part in parts if part.box] + [(part.box.x1, -1) for part in parts if part.box])
    narrow, stray = _NARROW * _height(lines[0]), int(_STRAY * len(lines))
    depth, free = 0, None
    for x, step in edges:
        is_free = depth <= stray
        depth += step
        if not is_free and depth <= stray:
            free = x
        elif is_free and depth > stray and free is not None:
            if x - free >= narrow:
                yield free, x
            free = None


def _is_used(lines: Sequence[Line], gutter: Extent) -> bool:
    """Whether enough lines have a gap there, or begin behind it."""
    count = sum(_gap_at(line, gutter) is not None or _left(line) >= gutter[1] - _TOUCH for line in lines)
    return count >= max(_FEW, _ENOUGH * len(lines))


def _cut(line: Line, gutters: Sequence[Extent]) -> Parts | None:
    """The line's parts with their columns; None where it runs across a gutter."""
    gaps: list[int] = []
    for gutter in gutters:
        gap = _gap_at(line, gutter)
        if gap is not None:
            gaps.append(gap)
        elif line.box and line.box.x0 < _middle(gutter) < line.box.x1:
            return None
    return tuple((sum(_middle(g) < _left(part) for g in gutters), part) for part in _parts(line, gaps))


def _gap_at(line: Line, gutter: Extent) -> int | None:
    """Which of the line's blanks stands in the gutter: the one behind which the next column begins."""
    return next((i for i, (x0, x1) in enumerate(line.gaps) if x0 < gutter[1] and x1 > gutter[1] - _TOUCH), None)


def _parts(line: Line, gaps: Sequence[int]) -> Iterator[Line]:
    """The line cut at the blanks with these numbers."""
    if not line.box:
        return
    blanks = list(_BLANK.finditer(line.text))
    start, x0, first = 0, line.box.x0, 0
    for number in (*gaps, None):
        end = len(line.text) if number is None else blanks[number].start()
        x1 = line.box.x1 if number is None else line.gaps[number][0]
        last = len(line.gaps) if number is None else number
        box = replace(line.box, x0=x0, x1=x1)
        yield replace(line, text=line.text[start:end], box=box, gaps=line.gaps[first:last], bold=0, edges=None)
        if number is not None:
            start, x0, first = blanks[number].end(), line.gaps[number][1], number + 1


def _blanks(line: Line) -> list[str]:
    return _BLANK.findall(line.text)


def _middle(gutter: Extent) -> float:
    return (gutter[0] + gutter[1]) / 2


def _left(line: Line) -> float:
    return line.box.x0 if line.box else 0.0


def _height(line: Line) -> float:
    return line.box.bottom - line.box.top if line.box else 0.0
