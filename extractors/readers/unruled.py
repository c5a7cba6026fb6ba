"""Rows of a form that no rules part: labels and values by their places alone.

A form whose table is drawn without borders is two columns of lines; one without rules between its rows has all its
labels in one cell. A label and its value begin on one level, so the value's lines are those down to the next label;
where they do not, labels stand in the middle of their rows, and nothing tells where these end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby

from extractors.errors import RowsUnclear
from extractors.readers.form import Block, Cell, Line, TableRow, label_of

_ENOUGH = 3  # labels that make two columns a form
_SAME = 4.0  # points between places where the values begin
_PADDING = 8.0  # points between a cell's border and its text
_MOST_LINES = 8  # of one label

IsLabel = Callable[[str], bool]
Halves = tuple[Line | None, Line | None]  # of a line: what stands in the label's column, and in the value's


def parted(blocks: tuple[Block, ...], is_label: IsLabel) -> tuple[Block, ...]:
    """The blocks with a row for each label, where lines in two columns or labels in one cell make up the form.

    Raises RowsUnclear where the places do not tell which lines belong to which label.
    """
    if not any(is_label(label_of(block)) for block in blocks):
        blocks = _columns(blocks, is_label)
    return tuple(row for block in blocks for row in _levels(block, is_label))


def _levels(block: Block, is_label: IsLabel, least: int = 2) -> Iterator[Block]:
    """The rows of a row whose first cell holds so many labels or more, one below the other."""
    is_one = least > 1 and is_label(label_of(block))  # a label that wraps, whose parts are labels too
    is_cut = isinstance(block, TableRow) and len(block.rest) == 1 and not is_one
    labels = _labels(block.first, is_label) if isinstance(block, TableRow) and is_cut else []
    lines = () if isinstance(block, Line) or len(block.rest) != 1 or len(block.rest[0]) != 1 else block.rest[0][0]
    if len(labels) < least or not all(line.box for line in lines):
        yield block
        return
    tops = [_middle(label[0]) - _height(label[0]) for label in labels]
    above = tuple(line for line in lines if _middle(line) < tops[0])
    if above:
        yield TableRow(first=(), rest=((above,),))
    for label, top, end in zip(labels, tops, [*tops[1:], float("inf")], strict=True):
        value = tuple(line for line in lines if top <= _middle(line) < end)
        if value and abs(_middle(value[0]) - _middle(label[0])) > _height(label[0]) / 2:
            raise RowsUnclear(label="".join(line.text for line in label))
        yield TableRow(first=label, rest=((value,),))


def _labels(lines: Cell, is_label: IsLabel) -> list[Cell]:
    """The labels that the lines are, as many as they can be; none where they are anything else."""
    found: dict[int, list[Cell]] = {len(lines): []}  # for each place from which the rest is labels, these
    for start in range(len(lines) - 1, -1, -1):
        ends = [end for end in range(start + 1, min(len(lines), start + _MOST_LINES) + 1) if end in found]
        fits = [end for end in ends if is_label("".join(line.text for line in lines[start:end]))]
        if fits and lines[start].box:
            best = max(fits, key=lambda end: (len(found[end]), -end))
            found[start] = [lines[start:best], *found[best]]
    return found.get(0, [])


def _columns(blocks: tuple[Block, ...], is_label: IsLabel) -> tuple[Block, ...]:
    """The blocks with the lines of two columns as one row a page; as given where they are no form."""
    lines = [block for block in blocks if isinstance(block, Line) and block.box]
    left = _value_column(lines, is_label)
    if left is None or len(lines) < len(blocks):
        return blocks
    halves = [_cut(line, left) for line in lines]
    start = _start(halves, is_label)
    end = next((i for i in range(start, len(lines)) if halves[i] == (None, None)), len(lines))
    right = max((value.box.x1 for _, value in halves[start:end] if value and value.box), default=left)
    rows = [
        _row([half for _, half in group], (left - _PADDING, right + _PADDING))
        for _, group in groupby(zip(lines[start:end], halves[start:end], strict=True), key=lambda pair: pair[0].page)
    ]
    parts = [part for row in rows for part in _levels(row, is_label, least=1)]
    if len({label for part in parts if is_label(label := label_of(part))}) < _ENOUGH:
        return blocks
    return (*blocks[:start], *parts, *blocks[end:])


def _start(halves: list[Halves], is_label: IsLabel) -> int:
    """Where the form's first label begins, which may be wrapped: its lines are labels down to one beside its value."""
    start = next(i for i, (label, value) in enumerate(halves) if label and value and is_label(label.text))
    for first in range(start):
        above = halves[first:start]
        labels = tuple(label for label, _ in above if label)
        if above[0][0] and (None, None) not in above and _labels(labels, is_label):
            start = first
            break
    before = halves[start - 1] if start else (None, None)
    if before[0] is None and before[1] is not None:
        raise RowsUnclear(label=(halves[start][0] or before[1]).text)
    return start


def _row(halves: list[Halves], edges: tuple[float, float]) -> TableRow:
    first = tuple(label for label, _ in halves if label)
    return TableRow(first=first, rest=((tuple(replace(value, edges=edges) for _, value in halves if value),),))


def _value_column(lines: list[Line], is_label: IsLabel) -> float | None:
    """Where the values begin: where most lines go on behind a gap and a label in front of it."""
    found = Counter(
        round(gap[1] / _SAME)
        for line in lines
        for number, gap in enumerate(line.gaps)
        if is_label(_split(line.text, number)[0])
    )
    place, count = found.most_common(1)[0] if found else (0, 0)
    return place * _SAME if count >= _ENOUGH else None


def _cut(line: Line, left: float) -> Halves:
    """The line's halves on both sides of the place where values begin; none where it runs across."""
    if line.box is None or line.box.x0 >= left - _SAME:
        return None, line
    if line.box.x1 < left - _SAME:
        return line, None
    number = next((i for i, gap in enumerate(line.gaps) if abs(gap[1] - left) <= _SAME), None)
    if number is None:
        return None, None
    label, value = _split(line.text, number)
    at = len(line.text) - len(value)
    return (
        replace(line, text=label, box=replace(line.box, x1=line.gaps[number][0]), bold=min(line.bold, len(label)),
                gaps=line.gaps[:number]),
        replace(line, text=value, box=replace(line.box, x0=line.gaps[number][1]), bold=max(0, line.bold - at),
                gaps=line.gaps[number + 1 :]),
    )  # fmt: skip


def _split(text: str, number: int) -> tuple[str, str]:
    """What stands before and behind the blank with this number."""
    parts = text.split(None, number + 1)
    value = parts[-1] if len(parts) > number + 1 else ""
    return text[: len(text) - len(value)].rstrip(), value


def _middle(line: Line) -> float:
    return (line.box.top + line.box.bottom) / 2 if line.box else 0.0


def _height(line: Line) -> float:
    return line.box.bottom - line.box.top if line.box else 0.0
