"""Tables of HTML to rows: cells that reach over rows or columns, and tables inside cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import Tag

from extractors.readers.form import Block, Cell, Grid, Line, TableRow
from extractors.readers.grid import rows_of

_BLOCK_TAGS = ("p", "br", "div", "li", "tr", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6")
_CELLS = ("td", "th")
_MOST = 1000  # rows and columns that a cell may reach over: the limit of HTML itself
_PLACE = "\ufdd0"  # a character that no text holds: where a table inside a cell stood


def blocks(whole: Tag) -> Iterator[Block]:
    """The lines of a page or a cell, and the rows of the tables that stand in it, in order; the page is taken apart.

    A cell that reaches down stands in its first row, and is empty in the others.
    """
    tables = [table for table in whole.find_all("table") if table.find_parent(("table", *_CELLS)) in {whole, None}]
    rows = iter([tuple(row for grids in _grids(table) for row in rows_of(grids)) for table in tables])
    for table in tables:
        table.replace_with(f"\n{_PLACE}\n")
    part(whole)
    for text in whole.get_text().split("\n"):
        if text.strip() == _PLACE:
            yield from next(rows)
        elif text.strip():
            yield Line(text=text.strip(), is_paragraph=True)


def part(whole: Tag) -> None:
    """Part what a page shows apart: blocks by line ends, cells of a table inside by tabs."""
    for tag in whole.find_all(_BLOCK_TAGS):
        tag.insert_after("\n")
        if tag.name != "br":
            tag.insert_before("\n")
    for tag in whole.find_all(_CELLS):
        tag.insert_after("\t")


def _grids(table: Tag) -> Iterator[list[Grid]]:
    """For each row of the table itself, what stands in its cells."""
    down: dict[int, int] = {}  # for each column, over how many more rows a cell above reaches
    for row in table.find_all("tr"):
        if row.find_parent("table") is not table:
            continue
        grids: list[Grid] = []
        column = 0
        for cell in row.find_all(_CELLS, recursive=False):
            while down.get(column, 0):
                down[column] -= 1
                grids.append(())
                column += 1
            for at in range(column, column + _span(cell, "colspan")):
                down[at] = _span(cell, "rowspan") - 1
            column += _span(cell, "colspan")
            grids.append(_grid(cell))
        for at in [at for at, left in down.items() if at >= column and left]:
            down[at] -= 1
        yield grids


def _span(cell: Tag, name: str) -> int:
    found = re.match(r"\s*(\d{1,4})", str(cell.get(name, "1")))
    return min(max(int(found[1]), 1), _MOST) if found else 1


def _grid(cell: Tag) -> Grid:
    """The cell's content as rows of cells: its lines together, each row of a table inside by itself."""
    done: list[tuple[Cell, ...]] = []
    lines: list[Line] = []
    for block in blocks(cell):
        if isinstance(block, Line):
            lines.append(block)
        else:
            done += [(tuple(lines),)] if lines else []
            lines = []
            done += _cells(block)
    return (*done, (tuple(lines),)) if lines else tuple(done)


def _cells(row: TableRow) -> Iterator[tuple[Cell, ...]]:
    yield (row.first, *(row.rest[0] if row.rest else ()))
    yield from row.rest[1:]
