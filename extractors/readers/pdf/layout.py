"""A page's blocks from its characters and rules: lines by cell, rows of cells, from top to bottom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from extractors.readers.form import Block, Box, Cell, Line, TableRow
from extractors.readers.pdf import overlay
from extractors.readers.pdf.cells import Table, tables
from extractors.readers.pdf.characters import Characters
from extractors.readers.pdf.rules import Ruling
from extractors.readers.pdf.text import Piece, Place, pieces

_SAME_ROW = 3.0  # points between tops of cells of one row
_COLUMN_GAP = 1.6  # line heights
_WORD_GAP = 0.25
_TOUCH = 1.0  # points by which a glyph may reach over the gap in which it stands

Page = tuple[Block, ...]


def blocks_of(characters: Characters, ruling: Ruling, number: int) -> Page:
    """The blocks of the page with this number, counted from 0."""
    found = tables(*ruling)
    by_place: dict[Place, list[Piece]] = defaultdict(list)
    drawn = list(pieces(characters, found))
    hidden = overlay.hidden(drawn)
    said, over = overlay.parted([piece for piece in drawn if piece not in hidden] if hidden else drawn)
    for piece in said:
        by_place[piece.place].append(piece)
    bounds = [table.bounds() for table in found]
    cells: dict[Place, Cell] = {}
    for place, group in by_place.items():
        edges = (bounds[place[0]][place[1]][0], bounds[place[0]][place[1]][2]) if place else None
        cells[place] = _lines(group, number + 1, edges)
    aside = [replace(_line([piece], number + 1), is_over=True) for piece in over]
    unseen = [replace(_line([piece], number + 1), is_over=True, is_hidden=True) for piece in hidden]
    return (*_in_order(cells, found), *aside, *unseen)


def scaled(page: Page, unit: float) -> Page:
    """The blocks with all their places multiplied."""
    if unit == 1.0:
        return page
    return tuple(
        _scaled(block, unit)
        if isinstance(block, Line)
        else TableRow(
            first=_scaled_cell(block.first, unit),
            rest=tuple(tuple(_scaled_cell(cell, unit) for cell in cells) for cells in block.rest),
        )
        for block in page
    )


def _scaled_cell(cell: Cell, unit: float) -> Cell:
    return tuple(_scaled(line, unit) for line in cell)


def _scaled(line: Line, unit: float) -> Line:
    box = line.box and Box(
        page=line.box.page,
        x0=line.box.x0 * unit,
        top=line.box.top * unit,
        x1=line.box.x1 * unit,
        bottom=line.box.bottom * unit,
    )
    edges = line.edges and (line.edges[0] * unit, line.edges[1] * unit)
    return replace(line, box=box, edges=edges, gaps=tuple((start * unit, end * unit) for start, end in line.gaps))


def _lines(group: list[Piece], page: int, edges: tuple[float, float] | None) -> Cell:
    """Pieces of one cell as printed lines, from top to bottom."""
    rows: list[list[Piece]] = []
    for piece in sorted(group, key=lambda piece: piece.top + piece.bottom):
        if rows and _on_line(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return tuple(_line(_by_place(row), page, edges) for row in rows)


def _on_line(one: Piece, other: Piece) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _by_place(row: list[Piece]) -> list[Piece]:
    """The pieces of a line from left to right; one that stands in a gap of another parts it there."""
    done: list[Piece] = []
    for piece in _interleaved(row):
        before = done[-1] if done else None
        gap = next((i for i, gap in enumerate(before.gaps) if _stands_in(piece, gap)), None) if before else None
        if before is None or gap is None:
            done.append(piece)
        else:
            left, right = before.parted(gap)
            done[-1:] = [left, piece, right]
    return done


def _interleaved(row: list[Piece]) -> Iterator[Piece]:
    """The pieces from left to right; one that begins inside another and reaches out of its gap comes word by word."""
    end: Piece | None = None  # the one that reaches furthest so far
    for piece in sorted(row, key=lambda piece: piece.x0):
        is_apart = end is None or piece.x0 > end.x1 - _TOUCH or any(_stands_in(piece, gap) for gap in end.gaps)
        yield from (piece,) if is_apart else _words(piece)
        end = piece if end is None or piece.x1 > end.x1 else end


def _words(piece: Piece) -> Iterator[Piece]:
    while piece.gaps:
        word, piece = piece.parted(0)
        yield word
    yield piece


def _stands_in(piece: Piece, gap: tuple[float, float]) -> bool:
    return gap[0] - _TOUCH <= piece.x0 and piece.x1 <= gap[1] + _TOUCH


def _line(row: list[Piece], page: int, edges: tuple[float, float] | None = None) -> Line:
    text, bold, gaps = row[0].text, row[0].bold, row[0].gaps
    for before, piece in pairwise(row):
        height = max(piece.bottom - piece.top, 1.0)
        gap = (piece.x0 - before.x1) / height
        blank = "\t" if gap > _COLUMN_GAP else " " if gap > _WORD_GAP else ""
        if bold == len(text) and piece.bold:
            bold += len(blank) + piece.bold
        text += blank + piece.text
        gaps += (((before.x1, piece.x0),) if blank else ()) + piece.gaps
    x0, x1 = min(piece.x0 for piece in row), max(piece.x1 for piece in row)
    top, bottom = min(piece.top for piece in row), max(piece.bottom for piece in row)
    box = Box(page=page, x0=x0, top=top, x1=x1, bottom=bottom)
    return Line(text=text, page=page, box=box, bold=bold, edges=edges, gaps=gaps)


def _in_order(cells: dict[Place, Cell], found: tuple[Table, ...]) -> tuple[Block, ...]:
    """Free lines and table rows by their top."""
    placed: list[tuple[float, Block]] = [(_top(line), line) for line in cells.get(None, ())]
    for number, table in enumerate(found):
        placed += _rows(number, table, cells)
    return tuple(block for _, block in sorted(placed, key=lambda pair: pair[0]))


def _top(line: Line) -> float:
    return line.box.top if line.box else 0.0


def _rows(number: int, table: Table, cells: dict[Place, Cell]) -> Iterator[tuple[float, TableRow]]:
    """The table's rows with their tops: a leftmost cell, and the cells beside it by their tops."""
    corners = sorted(table.bounds().items(), key=lambda pair: (pair[1][1], pair[1][0]))
    left = [(cell, top) for cell, (x, top, _) in corners if x - table.xs[0] < _SAME_ROW]
    others = [(cell, top) for cell, (x, top, _) in corners if x - table.xs[0] >= _SAME_ROW]
    for (cell, top), (_, end) in zip(left, [*left[1:], (None, table.ys[-1] + 1)], strict=True):
        beside = [(other, at) for other, at in others if top - _SAME_ROW < at < end - _SAME_ROW]
        rest = tuple(
            tuple(cells.get((number, other), ()) for other, _ in group) for _, group in groupby(beside, key=_by_top())
        )
        first = cells.get((number, cell), ())
        if first or any(line for row in rest for line in row):
            yield top, TableRow(first=first, rest=rest)


def _by_top() -> Callable[[tuple[int, float]], float]:
    """A key that is the same for cells whose tops are."""
    last = [float("-inf")]

    def key(cell: tuple[int, float]) -> float:
        if cell[1] - last[0] > _SAME_ROW:
            last[0] = cell[1]
        return last[0]

    return key
