"""Questions and answers in a table inside the cell: one column asks, the next one tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.fields import marker, question
from extractors.fields.question import Content, Pair
from extractors.fields.text import cut, flat, running
from extractors.readers.form import Cell, Grid

_ASKED = re.compile(r"(?:投资者|网友)?(?:提出的)?(?:问题|提问|问)(?:内容)?")
_TOLD = re.compile(r"(?:公司|管理层|董秘)?(?:回复|答复|回答|答|解答)(?:内容|情况)?")
_FEW = 2
_MOSTLY = 0.6
_COLUMNS = 2

Cells = tuple[Cell, ...]


def parse(grid: Grid) -> Content | None:
    """The content of a value whose table has a column of questions and one of answers; None where it has none."""
    rows = [row for cells in grid for row in _rows(cells)]
    at = column(grid)
    if at is None:
        return None
    pairs: list[tuple[Cell, Cell]] = []
    rest: list[Cell] = []
    for row in rows:
        asked, told = row[at : at + _COLUMNS] if len(row) > at + 1 else ((), ())
        if not told or _is_head(row, at):
            rest += () if _is_head(row, at) else row
        elif flat(asked) or not pairs:
            pairs.append((asked, told))
        else:  # a page break cut the row
            pairs[-1] = (pairs[-1][0], pairs[-1][1] + told)
    around = question.parse(tuple(line for cell in rest for line in cell))
    return Content(tuple(_pair(*pair) for pair in pairs) + around.pairs, around.narrative)


def column(grid: Grid) -> int | None:
    """Which column of a value's table asks, the next one telling; None where none does."""
    rows = [row for cells in grid for row in _rows(cells)]
    headed = _headed(rows)
    return _asking(rows) if headed is None else headed


def _rows(cells: Cells) -> Iterator[Cells]:
    """The rows of cells: where a format knows no places, tabs part a paragraph to cells."""
    if len(cells) > 1 or not any("\t" in line.text and line.is_paragraph for line in cells[0]):
        yield cells
        return
    for line in cells[0]:
        ends = [found.start() for found in re.finditer("\t", line.text)] if line.is_paragraph else []
        starts = [0, *(end + 1 for end in ends)]
        yield tuple((cut(line, *part),) for part in zip(starts, [*ends, len(line.text)], strict=True))


def _headed(rows: Sequence[Cells]) -> int | None:
    """The column under 问题 with 回复 beside it."""
    found = (i for row in rows for i in range(len(row) - 1) if _is_head(row, i))
    return next(found, None)


def _is_head(row: Cells, at: int) -> bool:
    if len(row) <= at + 1:
        return False
    asked, told = (flat(cell) for cell in row[at : at + _COLUMNS])
    return bool(_ASKED.fullmatch(asked) and _TOLD.fullmatch(told))


def _asking(rows: Sequence[Cells]) -> int | None:
    """The last column but one of a table without headings, where most of its cells end asking."""
    wide = [row for row in rows if len(row) >= _COLUMNS]
    widths = {len(row) for row in wide}
    if len(wide) < _FEW or len(widths) != 1:
        return None
    at = widths.pop() - _COLUMNS
    asking = sum(flat(row[at]).endswith(("？", "?")) for row in wide)
    telling = sum(not flat(row[at + 1]).endswith(("？", "?")) for row in wide)
    return at if min(asking, telling) >= max(_FEW, _MOSTLY * len(wide)) else None


def _pair(asked: Cell, told: Cell) -> Pair:
    question_mark = marker.question_end(asked[0].text) or 0 if asked else 0
    answer_mark = marker.answer_end(told[0].text) or 0
    asked = (cut(asked[0], question_mark), *asked[1:]) if asked else ()
    told = (cut(told[0], answer_mark), *told[1:])
    return Pair(running(asked).replace("\n", ""), running(told), (*asked, *told))
