"""Rosters: tables of participants with and without headings, several entries a row, columns paired by height."""

import pytest

from extractors.fields.group import Group
from extractors.fields.roster import columns, is_roster, parse
from extractors.readers.form import Cell
from tests.factory.lines import paragraphs, printed

Expected = list[tuple[str | None, tuple[str, ...]]]


def table(*rows: tuple[str, ...]) -> tuple[tuple[Cell, ...], ...]:
    """A table of texts; a newline in a text parts paragraphs."""
    return tuple(tuple(paragraphs(*filter(None, text.split("\n"))) for text in row) for row in rows)


def named(groups: tuple[Group, ...]) -> Expected:
    """Institutions with their people."""
    return [(one.institution, one.people) for one in groups]


def read(*rows: tuple[str, ...]) -> Expected:
    """The groups of a table of texts."""
    return named(parse(table(*rows)))


TWO: Expected = [("虚构证券", ("李琦",)), ("假设基金", ("王诚",))]


def test_headed_columns() -> None:
    assert read(("机构名称", "姓名"), ("虚构证券", "李琦"), ("假设基金", "王诚")) == TWO
    assert read(("序号", "单位名称", "人员姓名"), ("1", "虚构证券", "李琦"), ("2", "假设基金", "王诚")) == TWO
    assert read(("序号", "姓名", "所属单位"), ("1", "李琦", "虚构证券"), ("2", "王诚", "假设基金")) == TWO
    assert read(("姓名", "职务", "公司"), ("李琦", "分析师", "虚构证券"), ("王诚", "研究员", "假设基金")) == TWO


def test_institutions_alone_under_a_heading() -> None:
    assert read(("序号", "调研单位名称"), ("1", "虚构证券"), ("2", "假设基金")) == [("虚构证券", ()), ("假设基金", ())]


def test_two_entries_a_row() -> None:
    assert read(
        ("序号", "单位名称", "序号", "单位名称"), ("1", "虚构证券", "2", "假设基金"), ("3", "子虚资产", "", "")
    ) == [
        ("虚构证券", ()),
        ("假设基金", ()),
        ("子虚资产", ()),
    ]
    assert read(("单位名称", "人员姓名", "单位名称", "人员姓名"), ("虚构证券", "李琦", "假设基金", "王诚")) == TWO


def test_columns_without_a_heading_are_told_by_their_cells() -> None:
    assert read(("虚构证券", "李琦"), ("假设基金", "王诚")) == TWO
    assert read(("李琦", "虚构证券"), ("王诚", "假设基金")) == TWO
    assert read(("1", "虚构证券", "李琦"), ("2", "假设基金", "王诚")) == TWO
    assert read(("虚构证券", "假设基金", "子虚资产")) == [("虚构证券", ()), ("假设基金", ()), ("子虚资产", ())]


def test_several_people_of_an_institution() -> None:
    assert read(("机构", "人员"), ("虚构证券", "李琦、张明远"), ("假设基金", "王诚")) == [
        ("虚构证券", ("李琦", "张明远")),
        ("假设基金", ("王诚",)),
    ]
    assert read(("机构", "人员"), ("虚构证券", "李琦"), ("", "张明远"), ("假设基金", "王诚")) == [
        ("虚构证券", ("李琦", "张明远")), ("假设基金", ("王诚",)),
    ]  # fmt: skip


def test_a_cell_that_a_merged_one_leaves_out_is_filled_from_the_left() -> None:
    assert named(parse((*table(("机构", "人员"), ("虚构证券", "李琦")), *table(("张明远",))))) == [
        ("虚构证券", ("李琦", "张明远"))
    ]


def test_a_heading_that_comes_again_on_a_new_page_is_no_entry() -> None:
    assert read(("机构", "姓名"), ("虚构证券", "李琦"), ("机构", "姓名"), ("假设基金", "王诚")) == TWO


def test_a_person_without_an_institution() -> None:
    assert read(("机构", "姓名"), ("个人投资者", "李琦"), ("虚构证券", "王诚")) == [
        (None, ("李琦",)),
        ("虚构证券", ("王诚",)),
    ]


def test_two_cells_of_lines_are_paired_by_their_height() -> None:
    houses = printed("虚构证券", "假设基金", "子虚资产", room=100)
    people = printed("李琦、周舟", "王诚", "张明远", left=240, room=200)
    assert named(parse(((houses, people),))) == [
        ("虚构证券", ("李琦", "周舟")),
        ("假设基金", ("王诚",)),
        ("子虚资产", ("张明远",)),
    ]


def test_a_list_of_people_that_runs_over_lines_stays_with_its_institution() -> None:
    houses = (*printed("虚构证券", room=100), *printed("假设基金", "子虚资产", top=136, room=100))
    people = printed("李琦、周舟、武阳、王", "超、葛青石", "王诚", "张明远", left=240, room=120)
    assert named(parse(((houses, people),))) == [
        ("虚构证券", ("李琦", "周舟", "武阳", "王超", "葛青石")), ("假设基金", ("王诚",)), ("子虚资产", ("张明远",)),
    ]  # fmt: skip


def test_what_is_a_roster() -> None:
    assert is_roster(table(("序号", "单位名称"), ("1", "某某")))
    assert is_roster(table(("虚构证券", "李琦"), ("假设基金", "王诚")))
    assert not is_roster(table(("项目", "2025年"), ("营业收入", "5.2亿元"), ("净利润", "1.1亿元")))
    assert not is_roster(table(("", "")))
    assert not is_roster(())


def test_an_empty_table_names_nobody() -> None:
    assert read() == []
    assert read(("", "")) == []
    assert read(("机构", "姓名")) == []


def test_groups_know_their_lines() -> None:
    rows = table(("机构", "姓名"), ("虚构证券", "李琦"))
    assert [one.lines for one in parse(rows)] == [(*rows[1][0], *rows[1][1])]


def test_a_line_s_end_parts_people_unless_it_stands_inside_a_name() -> None:
    block = printed("李琦、周舟", "张明远", "王诚", top=100, left=240)
    assert named(parse(((printed("虚构证券", top=118), block),))) == [("虚构证券", ("李琦", "周舟", "张明远", "王诚"))]


def test_people_that_a_page_break_parts_from_their_house() -> None:
    first = (printed("虚构证券", "假设基金", "子虚资产"), printed("李琦", "王诚", "张明远、", left=240))
    second = (printed("乌有保险", top=118, page=2), printed("周舟", "赵立", left=240, page=2))
    assert named(parse((first, second))) == [
        ("虚构证券", ("李琦",)), ("假设基金", ("王诚",)), ("子虚资产", ("张明远", "周舟")), ("乌有保险", ("赵立",)),
    ]  # fmt: skip


def test_individuals_among_houses_belong_to_none() -> None:
    houses, names = printed("虚构证券", "假设基金", "个人"), printed("李琦", "王诚", "周舟、赵立", left=240)
    assert named(parse(((houses, names),))) == [
        ("虚构证券", ("李琦",)), ("假设基金", ("王诚",)), (None, ("周舟", "赵立")),
    ]  # fmt: skip


def test_columns_without_borders() -> None:
    houses, people = printed("虚构证券", "假设基金", room=100), printed("李琦", "王诚", left=240)
    assert named(columns((houses, people))) == TWO
    assert named(columns((printed("单位", "虚构证券", "假设基金"), printed("姓名", "李琦", "王诚", left=240)))) == TWO
    assert (
        named(columns((printed("参会机构：", *("虚构证券", "假设基金")), printed("", "李琦", "王诚", left=240)[1:])))
        == TWO
    )


def test_columns_of_houses_are_read_line_by_line() -> None:
    left, right = printed("虚构证券", "子虚资产", "煜一", room=100), printed("假设基金", "同某", "WT", left=240)
    assert named(columns((left, right))) == [
        ("虚构证券", ()), ("假设基金", ()), ("子虚资产", ()), ("同某", ()), ("煜一", ()), ("WT", ()),
    ]  # fmt: skip


def test_columns_of_houses_with_their_legal_forms_below() -> None:
    left, right = printed("虚构投资管理", "有限公司", "子虚资产"), printed("假设基金", "乌有保险", left=240)
    assert sorted(str(one.institution) for one in columns((left, right))) == [
        "乌有保险", "假设基金", "子虚资产", "虚构投资管理有限公司",
    ]  # fmt: skip


def test_columns_of_pairs() -> None:
    left, right = printed("虚构证券 李琦", "子虚资产 张明远"), printed("假设基金 王诚", "乌有保险 周舟 赵立", left=240)
    expected = [
        ("虚构证券", ("李琦",)), ("假设基金", ("王诚",)), ("子虚资产", ("张明远",)), ("乌有保险", ("周舟", "赵立")),
    ]  # fmt: skip
    assert named(columns((left, right))) == expected


def test_a_row_whose_cells_are_exchanged_is_turned() -> None:
    assert read(("虚构证券", "李琦"), ("王诚", "假设基金"), ("子虚资产", "张明远")) == [*TWO, ("子虚资产", ("张明远",))]


THREE: Expected = [*TWO, ("子虚资产", ("张明远",))]


@pytest.mark.parametrize(
    "rows",
    [
        (("序号", "机构名称", "姓名", "职务"), ("1", "虚构证券", "李琦", "研究员"), ("2", "假设基金", "王诚", "基金经理"), ("3", "子虚资产", "张明远", "")),
        (("姓名", "机构", "职位", "联系方式"), ("李琦", "虚构证券", "研究员", ""), ("王诚", "假设基金", "", ""), ("张明远", "子虚资产", "", "")),
        (("序号", "参会机构", "参会人员", "序号", "参会机构", "参会人员"), ("1", "虚构证券", "李琦", "2", "假设基金", "王诚"), ("3", "子虚资产", "张明远", "", "", "")),
        (("参会单位", "参会人"), ("虚构证券", "李琦女士"), ("假设基金", "王诚先生"), ("子虚资产", "张明远")),
        (("No.", "公司名称", "与会人员"), ("1", "虚构证券", "李琦"), ("2", "假设基金", "王诚"), ("3", "子虚资产", "张明远")),
        (("参与调研机构名称", "调研人员姓名"), ("虚构证券", "李琦"), ("假设基金", "王诚"), ("子虚资产", "张明远")),
        (("Name", "Company"), ("李琦", "虚构证券"), ("王诚", "假设基金"), ("张明远", "子虚资产")),
        (("1", "虚构证券", "研究员", "李琦"), ("2", "假设基金", "基金经理", "王诚"), ("3", "子虚资产", "投资总监", "张明远")),
        (("机构投资者名单", "", ""), ("序号", "机构名称", "姓名"), ("1", "虚构证券", "李琦"), ("2", "假设基金", "王诚"), ("3", "子虚资产", "张明远")),
        (("客户名称", "所属机构"), ("李琦", "虚构证券"), ("王诚", "假设基金"), ("张明远", "子虚资产")),
        (("时间", "机构", "人员"), ("5月10日", "虚构证券", "李琦"), ("5月10日", "假设基金", "王诚"), ("5月11日", "子虚资产", "张明远")),
        (("机构类型", "机构名称", "姓名"), ("券商", "虚构证券", "李琦"), ("公募", "假设基金", "王诚"), ("私募", "子虚资产", "张明远")),
        (("单位名称及人员姓名",), ("虚构证券 李琦",), ("假设基金 王诚",), ("子虚资产 张明远",)),
        (("机构", "参会人员（职务）"), ("虚构证券", "李琦（研究员）"), ("假设基金", "王诚（基金经理）"), ("子虚资产", "张明远（投资总监）")),
        (("机构", "人员"), ("虚构证券", "研究员李琦"), ("假设基金", "王诚 基金经理"), ("子虚资产", "张明远")),
    ],
)  # fmt: skip
def test_tables_of_other_columns(rows: tuple[tuple[str, ...], ...]) -> None:
    assert read(*rows) == THREE


@pytest.mark.parametrize(
    "rows",
    [
        (("序号", "机构名称", "参会人数"), ("1", "虚构证券", "2"), ("2", "假设基金", "1")),
        (("序号", "机构", "序号", "机构", "序号", "机构"), ("1", "虚构证券", "2", "假设基金", "", "")),
        (("机构简称", "机构全称"), ("虚构证券", "虚构证券股份有限公司"), ("假设基金", "假设基金管理有限公司")),
        (("机构名称", "机构类型"), ("虚构证券", "证券公司"), ("假设基金", "基金公司")),
    ],
)  # fmt: skip
def test_tables_of_institutions_alone(rows: tuple[tuple[str, ...], ...]) -> None:
    assert [one for one, _ in read(*rows)] == ["虚构证券", "假设基金"]
