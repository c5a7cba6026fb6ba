"""Rows as the form means them: one label with one value each, however a table sets them.

Tables set two pairs side by side (时间 | … | 地点 | …), number their labels, put a column for the section before
them, set a value below its label, or leave a row out of the table, as a heading between two tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from extractors.readers.form import Block, Cell, Line, TableRow, label_of, lines_of

_ENOUGH = 3  # labels in one place that make it the column of labels
_HAN = "一二三四五六七八九十"
_NUMBER = re.compile(rf"\s*(?:[{_HAN}]{{1,3}}[、.．]|\d{{1,2}}[、.．]|[（(][{_HAN}\d]{{1,3}}[)）])\s*")

IsLabel = Callable[[str], bool]


def apart(blocks: tuple[Block, ...], is_label: IsLabel) -> tuple[Block, ...]:
    """The blocks with each pair of label and value as a row of its own, where a table sets them otherwise."""
    rows = tuple(_unnumbered(block, is_label) for block in blocks)
    rows = _past_sections(rows, is_label)
    rows = tuple(pair for block in rows for pair in _side_by_side(block, is_label))
    return _headings(_above(rows, is_label), is_label)


def _text(cell: Cell) -> str:
    return "".join("".join(line.text for line in cell).split())


def _unnumbered(block: Block, is_label: IsLabel) -> Block:
    """A row whose label is numbered, without the number."""
    if isinstance(block, Line) or not block.first:
        return block
    head = block.first[0]
    number = _NUMBER.match(head.text)
    if number is None or not is_label(label_of(block)[len("".join(number.group().split())) :]):
        return block
    first = replace(head, text=head.text[number.end() :], bold=max(0, head.bold - number.end()))
    return replace(block, first=(first, *block.first[1:]) if first.text else block.first[1:])


def _past_sections(blocks: tuple[Block, ...], is_label: IsLabel) -> tuple[Block, ...]:
    """The rows with their labels first where a table has them in its second column, behind sections or numbers."""
    found = {label for block in blocks for label in _second_labels(block, is_label)}
    if len(found) < _ENOUGH:
        return blocks
    return tuple(row for block in blocks for row in _without_section(block, is_label))


def _second_labels(block: Block, is_label: IsLabel) -> Iterator[str]:
    if isinstance(block, TableRow):
        yield from (_text(cells[0]) for cells in block.rest if _is_pair(cells, is_label))


def _is_pair(cells: tuple[Cell, ...], is_label: IsLabel) -> bool:
    return len(cells) > 1 and is_label(_text(cells[0])) and not is_label(_text(cells[1]))


def _without_section(block: Block, is_label: IsLabel) -> Iterator[Block]:
    if isinstance(block, Line) or not any(True for _ in _second_labels(block, is_label)):
        yield block
        return
    for cells in block.rest:
        is_pair = _is_pair(cells, is_label)
        yield TableRow(first=cells[0] if is_pair else (), rest=(cells[1:] if is_pair else cells,))


def _side_by_side(block: Block, is_label: IsLabel) -> Iterator[Block]:
    """The pairs of a row that holds several; what stands below the first line of cells goes with the last pair."""
    cells = (block.first, *block.rest[0]) if isinstance(block, TableRow) and block.rest else ()
    are_labels = [is_label(_text(cell)) for cell in cells]
    is_several = len(cells) > 2 and len(cells) % 2 == 0  # noqa: PLR2004 - more than one pair
    if isinstance(block, Line) or not is_several or not all(are_labels[::2]) or any(are_labels[1::2]):
        yield block
        return
    for at in range(0, len(cells), 2):
        below = block.rest[1:] if at == len(cells) - 2 else ()
        yield TableRow(first=cells[at], rest=((cells[at + 1],), *below))


def _above(blocks: tuple[Block, ...], is_label: IsLabel) -> tuple[Block, ...]:
    """The rows of a table of one column with each value beside its label, which stands above it."""
    labels = {label_of(block) for block in blocks if _is_alone(block) and is_label(label_of(block))}
    if len(labels) < _ENOUGH:
        return blocks
    done: list[Block] = []
    for block in blocks:
        last = done[-1] if done else None
        is_open = isinstance(last, TableRow) and is_label(label_of(last)) and not last.rest
        if isinstance(last, TableRow) and is_open and _is_alone(block) and not is_label(label_of(block)):
            done[-1] = replace(last, rest=((lines_of(block),),))
        else:
            done.append(TableRow(first=lines_of(block)) if _is_alone(block) else block)
    return tuple(done)


def _is_alone(block: Block) -> bool:
    """Whether a row is one cell."""
    return isinstance(block, TableRow) and not any(map(any, block.rest))


def _headings(blocks: tuple[Block, ...], is_label: IsLabel) -> tuple[Block, ...]:
    """The blocks with a row for each heading between tables that names what no row does, and the lines below it."""
    places = [i for i, block in enumerate(blocks) if isinstance(block, TableRow) and is_label(label_of(block))]
    if not places:
        return blocks
    named = {label_of(blocks[i]) for i in places}
    done: list[Block] = list(blocks[: places[0]])
    opened: list[Line] | None = None  # the heading and the lines below it
    for i, block in enumerate(blocks[places[0] :], places[0]):
        heading = "".join(block.text.split()).rstrip("：:") if isinstance(block, Line) and i < places[-1] else ""
        if isinstance(block, Line) and is_label(heading) and heading not in named:
            named.add(heading)
            opened = [replace(block, text=heading, bold=0)]
            done.append(TableRow(first=tuple(opened)))
        elif isinstance(block, Line) and opened:
            opened.append(block)
            done[-1] = TableRow(first=(opened[0],), rest=((tuple(opened[1:]),),))
        else:
            opened = None
            done.append(block)
    return tuple(done)
