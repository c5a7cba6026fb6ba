"""Furniture of pages."""

import pytest

from extractors.readers.form import Block, Line, TableRow
from extractors.readers.pdf.furniture import without
from tests.factory.lines import paragraphs


def row(first: str, *rest: str) -> TableRow:
    return TableRow(first=paragraphs(first) if first else (), rest=(tuple(paragraphs(text) for text in rest),))


def line(text: str) -> Line:
    return Line(text=text)


def left(*pages: tuple[Block, ...]) -> list[str]:
    """The texts of what is left out."""
    return [line.text for line in without(pages)[1]]


@pytest.mark.parametrize(
    "text", ["3", "- 3 -", "3/5", "第 3 页 共 5 页", "第3页，共5页", "第三页", "第 十二 页 共 二十 页", "—3—"]
)
def test_page_numbers(text: str) -> None:
    assert left((row("时间", "甲"), line(text))) == [text]


@pytest.mark.parametrize("text", ["第三季度", "3、产能", "共 5 家"])
def test_other_lines_stay(text: str) -> None:
    assert left((row("时间", "甲"), line(text))) == []


def test_the_rows_that_each_page_repeats() -> None:
    head = row("类别", "☑路演活动")
    kept, gone = without([(head, row("内容", "甲")), (head, row("", "乙")), (row("", "丙"), head)])
    assert kept == (head, row("内容", "甲"), row("", "乙"), row("", "丙"), head)
    assert [line.text for line in gone] == ["类别", "☑路演活动"]


def test_the_head_of_a_further_form_stays() -> None:
    pages = [
        (line("公司"), row("类别", "甲"), row("时间", day), row("地点", "乙"), line("公司")) for day in ("三月", "四月")
    ]
    kept, gone = without(pages)
    assert [block for block in kept if isinstance(block, Line)] == [line("公司")] * 2
    assert len(gone) == 2


def test_what_is_set_over_the_page_is_left_out() -> None:
    stamp = Line(text="仅供内部", is_over=True)
    kept, gone = without([(row("时间", "甲"), stamp)])
    assert (kept, gone) == ((row("时间", "甲"),), (stamp,))
