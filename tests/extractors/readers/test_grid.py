"""Cells of a row to rows."""

from extractors.readers.form import Cell, Grid, TableRow
from extractors.readers.grid import rows_of
from tests.factory.lines import paragraphs


def cell(text: str) -> Cell:
    return paragraphs(text) if text else ()


def grid(*rows: tuple[str, ...]) -> Grid:
    return tuple(tuple(cell(text) for text in row) for row in rows)


def test_a_label_and_its_value() -> None:
    assert list(rows_of([grid(("时间",)), grid(("甲",), ("乙",))])) == [
        TableRow(first=cell("时间"), rest=grid(("甲",), ("乙",)))
    ]


def test_cells_beside_one_another() -> None:
    row = [grid((text,)) for text in ("时间", "甲", "地点", "乙")]
    assert list(rows_of(row)) == [TableRow(first=cell("时间"), rest=grid(("甲", "地点", "乙")))]


def test_a_table_in_a_cell_that_is_the_row() -> None:
    assert list(rows_of([grid(("表头",), ("时间", "甲"))])) == [
        TableRow(first=cell("表头")), TableRow(first=cell("时间"), rest=grid(("甲",))),
    ]  # fmt: skip


def test_nothing() -> None:
    assert list(rows_of([(), ()])) == []
