"""Rows as the form means them."""

import pytest

from extractors.fields.label import is_label
from extractors.readers.form import Block, Cell, Line, TableRow
from extractors.readers.pairs import apart
from tests.factory.lines import paragraphs


def row(*texts: str) -> TableRow:
    """A row of cells."""
    first, *rest = (paragraphs(text) if text else () for text in texts)
    return TableRow(first=first, rest=(tuple(rest),) if rest else ())


def shown(*blocks: Block) -> list[str]:
    """The rows after, their cells between bars."""
    return [_shown(block) for block in apart(blocks, is_label)]


def _shown(block: Block) -> str:
    if isinstance(block, Line):
        return block.text
    return "|".join(
        ["".join(line.text for line in block.first), *(_joined(cell) for row in block.rest for cell in row)]
    )


def _joined(cell: Cell) -> str:
    return "/".join(line.text for line in cell)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("时间", "甲", "地点", "乙"), ["时间|甲", "地点|乙"]),
        (("证券代码", "300999", "证券简称", "虚构股份"), ["证券代码|300999", "证券简称|虚构股份"]),
        (("时间", "", "地点", "乙"), ["时间|", "地点|乙"]),
        (("参与单位名称", "甲", "乙", "丙"), ["参与单位名称|甲|乙|丙"]),
        (("参与单位名称", "序号", "参会单位", "参会人员"), ["参与单位名称|序号|参会单位|参会人员"]),
        (("参与单位", "参会人员", "地点", "乙"), ["参与单位|参会人员|地点|乙"]),
        (("一、活动时间", "甲"), ["活动时间|甲"]),
        (("1、产品", "甲"), ["1、产品|甲"]),
    ],
)
def test_one_row(cells: tuple[str, ...], expected: list[str]) -> None:
    assert shown(row(*cells)) == expected


def test_sections_or_numbers_before_the_labels() -> None:
    rows = (row("基本情况", "时间", "甲"), row("", "地点", "乙"), row("3", "活动类别", "丙"), row("附件清单", "无"))
    assert shown(*rows) == ["时间|甲", "地点|乙", "活动类别|丙", "附件清单|无"]


def test_a_table_of_participants_is_no_section() -> None:
    rows = (row("参与单位", "参会单位", "参会人员"), row("", "甲", "乙"), row("时间", "丙"))
    assert shown(*rows) == ["参与单位|参会单位|参会人员", "|甲|乙", "时间|丙"]


def test_values_below_their_labels() -> None:
    rows = (row("时间"), row("甲"), row("地点"), row("乙"), row("日期"), row("丙"))
    assert shown(*rows) == ["时间|甲", "地点|乙", "日期|丙"]


def test_a_heading_between_tables_is_a_row() -> None:
    blocks = (row("时间", "甲"), *paragraphs("主要内容：", "问", "答"), row("日期", "乙"))
    assert shown(*blocks) == ["时间|甲", "主要内容|问/答", "日期|乙"]


@pytest.mark.parametrize("heading", ["时间：", "公司近况"])
def test_a_line_that_names_nothing_new_is_none(heading: str) -> None:
    blocks = (row("时间", "甲"), *paragraphs(heading), row("日期", "乙"))
    assert shown(*blocks) == ["时间|甲", heading, "日期|乙"]
