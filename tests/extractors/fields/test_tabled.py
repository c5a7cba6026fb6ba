"""Questions and answers in a table inside the cell: headed columns, columns that ask, page breaks, tabs."""

from __future__ import annotations

import pytest

from extractors.fields import tabled
from extractors.readers.form import Grid, Line
from tests.factory.lines import paragraphs

ASKED, TOLD = ("订单如何？", "毛利率为何下降"), ("订单充足。", "产品结构变化。")


def grid(*rows: tuple[str, ...]) -> Grid:
    return tuple(tuple(paragraphs(text) if text else () for text in row) for row in rows)


def read(rows: Grid) -> list[tuple[str, str]]:
    content = tabled.parse(rows)
    return [(pair.question, pair.answer) for pair in content.pairs] if content else []


@pytest.mark.parametrize("head", [("问题", "回复"), ("投资者提问", "公司回复"), ("提问内容", "回复内容"), ("问", "答")])
def test_columns_under_headings(head: tuple[str, str]) -> None:
    assert read(grid(head, (ASKED[0], TOLD[0]), (ASKED[1], TOLD[1]))) == list(zip(ASKED, TOLD, strict=True))


def test_a_column_of_numbers_stands_before_them() -> None:
    rows = grid(("序号", "问题", "回复"), ("1", ASKED[0], TOLD[0]), ("2", ASKED[1], TOLD[1]))
    assert read(rows) == list(zip(ASKED, TOLD, strict=True))


def test_columns_without_headings_are_told_by_what_asks() -> None:
    rows = grid((ASKED[0], TOLD[0]), ("产能如何？", "充足。"))
    assert read(rows) == [(ASKED[0], TOLD[0]), ("产能如何？", "充足。")]


def test_a_row_that_a_page_break_cut_is_one() -> None:
    rows = grid(("问题", "回复"), (ASKED[0], "订单充足，"), ("", "产能正常。"))
    assert read(rows) == [(ASKED[0], "订单充足，\n产能正常。")]


def test_tabs_part_the_cells_of_paragraphs() -> None:
    rows = (((*paragraphs("回复如下：", "问题\t回复", f"{ASKED[0]}\t{TOLD[0]}", "谢谢大家。"),),),)
    content = tabled.parse(rows)
    assert content is not None
    assert [(pair.question, pair.answer) for pair in content.pairs] == [(ASKED[0], TOLD[0])]
    assert content.narrative == "回复如下：\n谢谢大家。"


def test_marks_inside_the_cells_are_cut_off() -> None:
    assert read(grid(("问题", "回复"), (f"问：{ASKED[0]}", f"答：{TOLD[0]}"))) == [(ASKED[0], TOLD[0])]


@pytest.mark.parametrize(
    "rows",
    [
        grid(("产品", "产量"), ("甲", "一百吨"), ("乙", "二百吨")),
        grid(("问：订单如何？答：充足。",)),
        (),
        (((Line(text="问题\t回复"),),),),
    ],
    ids=["another table", "no table", "nothing", "a layout's gap"],
)
def test_other_values_have_no_such_columns(rows: Grid) -> None:
    assert (tabled.column(rows), tabled.parse(rows)) == (None, None)
