"""Forms without borders."""

import pytest

from extractors.errors import RowsUnclear
from extractors.fields.label import is_label
from extractors.readers.form import Block, Cell, Line, TableRow, label_of
from extractors.readers.unruled import parted
from tests.factory.lines import printed, tabbed

LEFTS = (100.0, 260.0)


def shown(*blocks: Block) -> list[tuple[str, str]]:
    """Labels with their values; a free line without a label."""
    return [
        ("", block.text) if isinstance(block, Line) else (label_of(block), "/".join(_texts(block)))
        for block in parted(blocks, is_label)
    ]


def _texts(row: TableRow) -> list[str]:
    return [line.text for cells in row.rest for cell in cells for line in cell]


def test_two_columns_of_lines_with_labels_that_wrap() -> None:
    rows = (("投资者关系", "☑路演活动"), ("活动类别", ""), ("时间", "甲"), ("地点", "乙"), ("", "丙"), ("日期", "丁"))
    assert shown(*printed("标题", top=60), *tabbed(*rows, lefts=LEFTS)) == [
        ("", "标题"), ("投资者关系活动类别", "☑路演活动"), ("时间", "甲"), ("地点", "乙/丙"), ("日期", "丁"),
    ]  # fmt: skip


def test_a_value_goes_on_with_the_next_page_and_ends_where_a_line_runs_across() -> None:
    one = tabbed(("时间", "甲"), ("地点", "乙"), ("主要内容", "丙"), lefts=LEFTS)
    two = tabbed(("", "丁"), ("日期", "戊"), lefts=LEFTS, page=2)
    last = printed("本页是一个横贯两栏的很长的附注，不在表内", top=200, page=2)
    assert shown(*one, *two, *last) == [
        ("时间", "甲"), ("地点", "乙"), ("主要内容", "丙"), ("", "丁"), ("日期", "戊"), ("", last[0].text),
    ]  # fmt: skip


@pytest.mark.parametrize("rows", [(("时间", "甲"), ("地点", "乙")), (("序号", "机构"), ("1", "甲"), ("2", "乙"))])
def test_columns_that_are_no_form_stay(rows: tuple[tuple[str, str], ...]) -> None:
    lines = tabbed(*rows, lefts=LEFTS)
    assert parted(lines, is_label) == lines


def cell(*texts: tuple[str, float], left: float) -> Cell:
    """Lines at given tops."""
    return tuple(line for text, top in texts for line in printed(text, top=top, left=left))


def test_labels_in_one_cell_part_their_values_by_level() -> None:
    labels = cell(("时间", 100), ("地点", 120), ("参与单位名称", 140), ("及人员姓名", 158), left=60)
    value = cell(("零", 80), ("甲", 100), ("乙", 120), ("丙", 140), ("丁", 158), ("戊", 176), left=200)
    assert shown(TableRow(first=labels, rest=((value,),))) == [
        ("", "零"), ("时间", "甲"), ("地点", "乙"), ("参与单位名称及人员姓名", "丙/丁/戊"),
    ]  # fmt: skip


def test_a_row_with_one_label_or_other_words_stays() -> None:
    rows = tuple(
        TableRow(first=cell(*texts, left=60), rest=((cell(("甲", 100), left=200),),))
        for texts in ((("主要内容", 100), ("介绍", 118)), (("时间", 100), ("其余说法", 118)))
    )
    assert parted(rows, is_label) == rows


def test_labels_in_the_middle_of_their_rows_are_told() -> None:
    rows = (("", "甲"), ("时间", "乙"), ("", "丙"), ("地点", "丁"), ("日期", "戊"))
    with pytest.raises(RowsUnclear):
        parted(tabbed(*rows, lefts=LEFTS), is_label)
    labels, value = cell(("时间", 100), ("地点", 140), left=60), cell(("甲", 100), ("乙", 130), ("丙", 150), left=200)
    with pytest.raises(RowsUnclear):
        parted((TableRow(first=labels, rest=((value,),)),), is_label)
