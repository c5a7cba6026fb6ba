"""The Form: blocks assembled to labelled rows, labels mended over page breaks, headers and annexes."""

import pytest

from extractors.fields.label import is_label
from extractors.readers.form import WIDE, Block, Cell, Form, Line, Row, TableRow, assemble, label_of, lines_of
from tests.factory.lines import paragraphs, printed


def row(first: str, *rest: str) -> TableRow:
    """A table row of texts; an empty first cell is an empty one."""
    return TableRow(
        first=paragraphs(first) if first else (), rest=(tuple(paragraphs(text) for text in rest),) if rest else ()
    )


def assembled(*blocks: Block) -> list[tuple[str, str]]:
    """Labels and values of the blocks' form."""
    return [(one.label, "|".join(line.text for line in one.lines)) for one in assemble(blocks, is_label).rows]


def test_rows_of_the_form() -> None:
    assert assembled(row("时间", "2026年3月10日"), row("地点", "会议室")) == [
        ("时间", "2026年3月10日"),
        ("地点", "会议室"),
    ]


def test_a_label_over_lines_or_with_blanks_is_one() -> None:
    first = TableRow(first=paragraphs("投资者关系", "活动类别"), rest=((paragraphs("□其他"),),))
    assert assembled(first, row("时 间", "2026年"), row("地点", "无")) == [
        ("投资者关系活动类别", "□其他"),
        ("时间", "2026年"),
        ("地点", "无"),
    ]


def test_what_stands_under_an_empty_first_cell_goes_on() -> None:
    assert assembled(row("主要内容", "甲"), row("", "乙"), row("日期", "丙")) == [("主要内容", "甲|乙"), ("日期", "丙")]


def test_a_row_behind_the_last_label_goes_on_and_a_line_is_annex() -> None:
    form = assemble(
        (row("时间", "甲"), row("日期", "乙"), row("", "丙"), *paragraphs("附件"), row("1", "虚构证券")), is_label
    )
    assert [line.text for line in form.rows[-1].lines] == ["乙", "丙"]
    assert [line.text for block in form.annex for line in lines_of(block)] == ["附件", "1", "虚构证券"]


def test_lines_between_rows_belong_to_the_row_above() -> None:
    assert assembled(row("主要内容", "甲"), *paragraphs("乙"), row("日期", "丙")) == [
        ("主要内容", "甲|乙"),
        ("日期", "丙"),
    ]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("投资者关系活动", "主要内容介绍"),
        ("投资者关系活动主要内", "容介绍"),
        ("参与单位名称及", "人员姓名"),
        ("上市公司接待", "人员姓名"),
    ],
)
def test_a_label_that_a_page_break_cut_is_one(upper: str, lower: str) -> None:
    assert assembled(row("时间", "零"), row(upper, "甲"), row(lower, "乙"), row("日期", "丙")) == [
        ("时间", "零"), (upper + lower, "甲|乙"), ("日期", "丙"),
    ]  # fmt: skip


def test_two_labels_are_not_taken_for_one() -> None:
    assert assembled(row("附件清单", "无"), row("日期", "甲")) == [("附件清单", "无"), ("日期", "甲")]


def test_an_unknown_label_is_a_row_of_its_own() -> None:
    assert assembled(row("时间", "甲"), row("特殊情况", "乙"), row("日期", "丙")) == [
        ("时间", "甲"),
        ("特殊情况", "乙"),
        ("日期", "丙"),
    ]


@pytest.mark.parametrize("text", ["公司经营正常，订单充足。", "1、产品", "2025年", "Revenue", "序"])
def test_text_in_the_first_column_is_no_label(text: str) -> None:
    assert assembled(row("主要内容", "甲"), row(text, "乙"), row("日期", "丙")) == [
        ("主要内容", f"甲|{text}|乙"),
        ("日期", "丙"),
    ]


def test_a_table_inside_a_value_keeps_its_cells() -> None:
    form = assemble((row("参与单位", "机构", "姓名"), row("", "虚构证券", "李琦"), row("日期", "丙")), is_label)
    assert [[[line.text for line in cell] for cell in cells] for cells in form.rows[0].grid] == [
        [["机构"], ["姓名"]],
        [["虚构证券"], ["李琦"]],
    ]


def test_without_labels_all_is_header() -> None:
    form = assemble((*paragraphs("公告"), row("甲", "乙")), is_label, 3)
    assert ([line.text for line in form.header], form.rows, form.annex, form.page_count) == (
        ["公告", "甲", "乙"],
        (),
        (),
        3,
    )


def test_no_blocks() -> None:
    assert assemble((), is_label) == Form(header=(), rows=(), annex=())


def test_the_whole_text_in_reading_order() -> None:
    form = assemble((*paragraphs("标题"), row("时间", "甲"), row("日期", "乙"), *paragraphs("附件")), is_label)
    assert form.text == "标题\n时间\n甲\n日期\n乙\n附件"


def test_labels_and_lines_of_blocks() -> None:
    assert (label_of(row("时 间", "甲")), label_of(Line(text="甲"))) == ("时间", "")
    assert [line.text for line in lines_of(row("时间", "甲", "乙"))] == ["时间", "甲", "乙"]


@pytest.mark.parametrize(
    ("text", "bold", "whole"),
    [("甲乙", 2, True), ("甲乙 ", 2, True), ("甲乙", 1, False), ("甲", 0, False), ("", 0, False)],
)
def test_emphasis_of_a_line(text: str, bold: int, whole: bool) -> None:
    assert Line(text=text, bold=bold).is_bold == whole


def test_lines_of_a_row() -> None:
    one, two = paragraphs("甲", "乙")
    assert Row(label="时间", grid=(((one,), (two,)),)).lines == (one, two)


def test_a_table_inside_a_value_stands_where_it_is_printed() -> None:
    above, below = printed("产能如下表：", top=100), printed("5、下一个问题？", top=172)
    head = tuple(printed(text, top=118, left=left) for text, left in (("产品", 100), ("产能", 200)))
    body = tuple(printed(text, top=136, left=left) for text, left in (("30", 200), ("甲", 100)))
    lines = Row(label="主要内容", grid=(((*above, *below),), head, body)).lines
    assert [line.text for line in lines] == ["产能如下表：", f"产品{WIDE}产能", f"甲{WIDE}30", "5、下一个问题？"]
    assert [line.is_paragraph for line in lines] == [False, True, True, False]


def paged(page: int, *texts: str) -> Cell:
    return printed(*texts, page=page)


@pytest.mark.parametrize(
    ("page", "values"),
    [
        (2, [("接待人员", "甲"), ("主要内容", "1、乙|丙")]),
        (1, [("接待人员", "甲|1、乙"), ("主要内容", "丙")]),
    ],
    ids=["over a page break", "on one page"],
)
def test_a_row_that_ends_a_page_without_a_label_belongs_to_the_label_on_the_next(
    page: int, values: list[tuple[str, str]]
) -> None:
    blocks = (
        TableRow(first=paged(1, "接待人员"), rest=((paged(1, "甲"),),)),
        TableRow(first=(), rest=((paged(1, "1、乙"),),)),
        TableRow(first=paged(page, "主要内容"), rest=((paged(page, "丙"),),)),
    )
    assert assembled(*blocks) == values


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("时间", "甲", "地点", "乙"), {"时间": "甲", "地点": "乙"}),
        (("时间", "甲", "地点", "乙", "日期", "丙"), {"时间": "甲", "地点": "乙", "日期": "丙"}),
        (("参与单位名称", "机构名称", "参会人员", "参会机构"), {"参与单位名称": "机构名称|参会人员|参会机构"}),
        (("时间", "甲", "乙", "丙"), {"时间": "甲|乙|丙"}),
        (("时间", "甲", "地点"), {"时间": "甲|地点"}),
    ],
)
def test_a_row_of_several_labels_with_their_values(cells: tuple[str, ...], expected: dict[str, str]) -> None:
    first, *others = (paragraphs(text) for text in cells)
    form = assemble((TableRow(first=first, rest=(tuple(others),)),), is_label)
    assert {row.label: "|".join(line.text for line in row.lines) for row in form.rows} == expected
