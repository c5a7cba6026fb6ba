"""Cells of one row, each with what stands in it, to rows: tables inside cells keep theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.readers.form import Grid, TableRow


def rows_of(grids: Sequence[Grid]) -> Iterator[TableRow]:
    """The row that the cells make; where one cell is the whole row, the rows of the table that stands inside it."""
    if len(grids) == 1 and any(len(cells) > 1 for cells in grids[0]):
        for cells in grids[0]:
            yield TableRow(first=cells[0], rest=(cells[1:],) if any(cells[1:]) else ())
    elif any(grids):
        yield _row(grids)


def _row(grids: Sequence[Grid]) -> TableRow:
    """A row: the first cell's lines, and the others as cells, or as their own rows where one holds a table."""
    first = tuple(line for cells in grids[0] for cell in cells for line in cell)
    others = grids[1:]
    if len(others) == 1:
        return TableRow(first=first, rest=others[0])
    flat = tuple(tuple(line for cells in grid for cell in cells for line in cell) for grid in others)
    return TableRow(first=first, rest=(flat,) if any(flat) else ())
