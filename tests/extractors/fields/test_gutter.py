"""Gutters: where the lines of a borderless cell stand in columns, and where blanks part nothing."""

import pytest

from extractors.fields.gutter import columns
from extractors.readers.form import Cell
from tests.factory.lines import paragraphs, printed, tabbed

Texts = list[list[str]]


def texts(lines: Cell) -> Texts | None:
    """The texts of the columns."""
    found = columns(lines)
    return None if found is None else [[line.text for line in cell] for cell in found.cells]


def test_two_columns() -> None:
    assert texts(tabbed(("虚构证券", "李琦、王诚"), ("假设基金", "张明远"))) == [
        ["虚构证券", "假设基金"], ["李琦、王诚", "张明远"],
    ]  # fmt: skip


def test_three_columns_of_which_the_last_is_shorter() -> None:
    lines = tabbed(
        ("虚构证券", "假设基金", "子虚资产"), ("乌有保险", "莫须有资本", "某甲信托"), ("某乙期货", "某丙银行"),
        lefts=(100, 220, 340),
    )  # fmt: skip
    assert texts(lines) == [
        ["虚构证券", "乌有保险", "某乙期货"], ["假设基金", "莫须有资本", "某丙银行"], ["子虚资产", "某甲信托"],
    ]  # fmt: skip


def test_a_part_alone_on_its_line_stands_in_its_column() -> None:
    lines = tabbed(("虚构证券", "李琦"), ("", "张明"), ("假设基金", ""), ("", "远、王诚"))
    assert texts(lines) == [["虚构证券", "假设基金"], ["李琦", "张明", "远、王诚"]]


def test_a_name_that_nearly_fills_its_column_is_parted_by_a_narrow_blank() -> None:
    lines = tabbed(("虚构证券", "李琦"), ("假设基金", "王诚"), ("一个名字很长的虚构资产公司", "张明远"))
    assert lines[2].text.split() == ["一个名字很长的虚构资产公司", "张明远"]
    assert "\t" not in lines[2].text
    assert texts(lines) == [["虚构证券", "假设基金", "一个名字很长的虚构资产公司"], ["李琦", "王诚", "张明远"]]


def test_blanks_inside_a_column_part_nothing() -> None:
    lines = tabbed(("Fiction Asset", "Jane Wu"), ("Pretend Capital", "Joe Li"))
    assert texts(lines) == [["Fiction Asset", "Pretend Capital"], ["Jane Wu", "Joe Li"]]


def test_lines_across_above_and_below_the_columns() -> None:
    above = printed("以下机构和人员参加了虚构科技本次的电话会议：", top=80)
    below = printed("以上名单由会议组织者提供，排名不分先后。本公司未核实", top=160)
    found = columns((*above, *tabbed(("虚构证券", "李琦"), ("假设基金", "王诚")), *below))
    assert found is not None
    assert (found.above, found.below) == (above, below)
    assert [len(cell) for cell in found.cells] == [2, 2]


def test_parts_know_their_places() -> None:
    found = columns(tabbed(("虚构证券", "李琦"), ("假设基金", "王诚")))
    assert found is not None
    boxes = [cell[0].box for cell in found.cells]
    assert [(box.x0, box.x1) for box in boxes if box] == [(100, 148), (260, 284)]


@pytest.mark.parametrize(
    "lines",
    [
        printed("虚构证券、假设基金", "子虚资产"), tabbed(("虚构证券", "李琦")), paragraphs("虚构证券\t李琦", "假设基金\t王诚"),
        (*tabbed(("民生理财", "杨桐、张三、李四")), *printed("某某证券、某某基金、某某资产、某某信托、某某期货", top=118)),
        (*tabbed(("虚构证券、", "假设基金")), *printed("子虚资产", top=118)),
        (),
    ],
)  # fmt: skip
def test_no_gutter(lines: Cell) -> None:
    assert columns(lines) is None
