"""Layout: a sheet as pages of marks, with lines broken and rows cut at the foot of a page.

Coordinates are points from the top left; text stands on its baseline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sample.maker.lines import Printed, broken, printed
from sample.maker.looks import Look
from sample.maker.marks import Mark, Rule, Shade, Text, lowered
from sample.maker.sheet import Block, Grid, Para, Row, Sheet

WIDTH, HEIGHT = 595.3, 841.9
_TOP = 72.0
_PAD = 5.4
_DESCENT = 0.2  # of the size: below the baseline


@dataclass(slots=True)
class _Unit:
    """A piece of a value that no page break cuts: marks from its own top, and its height."""

    height: float
    marks: list[Mark] = field(default_factory=list)
    splits: tuple[float, ...] = ()  # places of rules between columns that run the whole row


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ends:
    """Whether a part of a row holds the row's top, and its bottom."""

    top: bool
    bottom: bool


class Layout:
    """Fills pages from top to bottom."""

    def __init__(self, look: Look) -> None:
        """Begin with an empty page."""
        self._look = look
        self._pages: list[list[Mark]] = [[]]
        self._y = _TOP
        self._left, self._right = look.margins[0], WIDTH - look.margins[1]

    def pages(self, sheet: Sheet) -> list[list[Mark]]:
        """The sheet's pages."""
        for para in sheet.top:
            self._free(para)
        for row in sheet.rows:
            self._row(row)
        for block in sheet.tail:
            self._free(block)
        if sheet.running:
            line = printed(sheet.running, 0, 9.0)
            for page in self._pages:
                page.insert(0, Text(self._right - line.width, 46.0, line))
        return self._pages

    @property
    def _room(self) -> float:
        return HEIGHT - self._look.foot - self._y

    def _turn(self) -> None:
        self._pages.append([])
        self._y = _TOP

    def _free(self, block: Block) -> None:
        """A block outside the form's rows."""
        if isinstance(block, Grid):
            self._y += 4
        for unit in self._units(block, self._left, self._right):
            if unit.height > self._room:
                self._turn()
            self._put(unit.marks, self._y)
            self._y += unit.height

    def _put(self, marks: Sequence[Mark], dy: float) -> None:
        self._pages[-1] += [lowered(mark, dy) for mark in marks]

    def _row(self, row: Row) -> None:
        """A labelled row, in as many parts as pages need."""
        look, middle = self._look, self._left + self._look.label_width
        label = list(broken(row.label, len(row.label), look.size, look.label_width - _PAD, 0))
        units = [unit for block in row.blocks for unit in self._units(block, middle + _PAD, self._right - _PAD)]
        step = look.size * look.leading
        is_first = True
        while units or label:
            taken: list[_Unit] = []
            least = step * (len(label) if look.label_middle else min(len(label), 1))
            if is_first and self._room < max(min(least, step * 3), step) + 2 * _PAD and self._pages[-1]:
                self._turn()
            height = 2 * _PAD
            while units and height + units[0].height <= self._room:
                height += units[0].height
                taken.append(units.pop(0))
            fits = max(1, int((max(height, self._room if units else 0) - _PAD) / step)) if units else len(label)
            here, label = label[:fits], label[fits:]
            height = max(height, 2 * _PAD + step * len(here))
            height = self._room if units else height
            self._part(here, taken, height, _Ends(top=is_first, bottom=not (units or label)))
            self._y += height
            is_first = False
            if units or label:
                self._turn()

    def _part(self, label: list[Printed], units: list[_Unit], height: float, ends: _Ends) -> None:
        """One page's part of a row: shades, text, and the rules around it."""
        look, top, bottom = self._look, self._y, self._y + height
        middle = self._left + look.label_width
        step = look.size * look.leading
        if look.shades:
            self._pages[-1].append(Shade(self._left + 1, top + 1, middle - 1, bottom - 1))
        used = sum(unit.height for unit in units)
        y = top + _PAD if not ends.bottom or not look.label_middle else top + (height - used) / 2
        splits: dict[float, None] = {}
        for unit in units:
            if look.shades and not unit.splits:
                self._pages[-1].append(Shade(middle + _PAD, y, self._right - _PAD, y + unit.height))
            self._put(unit.marks, y)
            splits.update(dict.fromkeys(unit.splits))
            y += unit.height
        y = top + (height - step * len(label)) / 2 if look.label_middle else top + _PAD
        for line in label:
            x = self._left + (look.label_width - line.width) / 2 if look.label_middle else self._left + _PAD
            self._pages[-1].append(Text(x, y + step - _baseline(look.size, step), line))
            y += step
        rules = [Rule(x, top, x, bottom) for x in (self._left, middle, *splits, self._right)]
        if ends.top or look.closes_pages:
            rules.append(Rule(self._left, top, self._right, top))
        if ends.bottom or look.closes_pages:
            rules.append(Rule(self._left, bottom, self._right, bottom))
        self._pages[-1] += rules

    def _units(self, block: Block, left: float, right: float) -> Iterator[_Unit]:
        if isinstance(block, Para):
            yield from self._para(block, left, right)
        elif block.ruled == "column":
            yield self._column(block, left, right)
        else:
            yield from self._box(block, left, right)

    def _para(self, para: Para, left: float, right: float) -> Iterator[_Unit]:
        size = para.size or self._look.size
        step = size * self._look.leading
        if not para.text:
            yield _Unit(step / 2)
            return
        y = step - _baseline(size, step)
        if para.align == "ends":
            first, last = (printed(part, min(para.bold, len(part)), size) for part in para.text.split("\t"))
            yield _Unit(step, [Text(left, y, first), Text(right - last.width, y, last)])
            return
        for i, line in enumerate(broken(para.text, para.bold, size, right - left, para.indent * size)):
            start = left + (para.indent * size if i == 0 else 0)
            slack = right - left - line.width
            x = left + slack / 2 if para.align == "center" else left + slack if para.align == "right" else start
            yield _Unit(step, [Text(x, y, line)])

    def _cells(self, row: tuple[str, ...], edges: Sequence[float]) -> list[list[Printed]]:
        size = self._look.size
        rooms = [right - left - _PAD * 1.5 for left, right in pairwise(edges)]
        return [
            [line for text in cell.split("\n") for line in broken(text, 0, size, room, 0)]
            for cell, room in zip(row, rooms, strict=True)
        ]

    def _column(self, grid: Grid, left: float, right: float) -> _Unit:
        """Columns of the form's own row, parted by a rule that runs from border to border."""
        step = self._look.size * self._look.leading
        edges = _edges(grid, left, right)
        unit = _Unit(0.0, splits=tuple(edges[1:-1]))
        cells = self._cells(grid.rows[0], edges)
        unit.height = step * max(map(len, cells))
        for i, lines in enumerate(cells):
            x = edges[i] + (_PAD if i else 0)
            unit.marks += _stacked(lines, x, step, step - _baseline(self._look.size, step))
        return unit

    def _box(self, grid: Grid, left: float, right: float) -> Iterator[_Unit]:
        """A table of its own, a unit a row."""
        step = self._look.size * min(self._look.leading, 1.5)
        edges = _edges(grid, left, right)
        for row in grid.rows:
            cells = self._cells(row, edges)
            height = step * max(1, *map(len, cells)) + 4
            marks: list[Mark] = [Rule(x, 0, x, height) for x in edges]
            marks += [Rule(left, 0, right, 0), Rule(left, height, right, height)]
            for i, lines in enumerate(cells):
                marks += _stacked(lines, edges[i] + _PAD, step, step - _baseline(self._look.size, step) + 2)
            yield _Unit(height, marks)


def _stacked(lines: Sequence[Printed], x: float, step: float, y: float) -> list[Mark]:
    """Lines one below the other, the first on the baseline y."""
    return [Text(x, y + step * n, line) for n, line in enumerate(lines)]


def _edges(grid: Grid, left: float, right: float) -> list[float]:
    edges = [left]
    for share in grid.shares:
        edges.append(edges[-1] + share * (right - left))
    return edges


def _baseline(size: float, step: float) -> float:
    """How far above a line's foot its baseline lies."""
    return (step - size) / 2 + _DESCENT * size
