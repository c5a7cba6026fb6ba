"""A form's rows by field, and small values that stand in one row or another."""

from datetime import date

import pytest

from extractors.documents.fields import aside, by_field, head, location, participants, said_when, text, written
from extractors.fields.label import is_label
from extractors.readers.form import Row, TableRow, assemble
from tests.factory.lines import paragraphs


def rows(*pairs: tuple[str, str]) -> dict[str, list[Row]]:
    """The rows of a form by field."""
    blocks = tuple(TableRow(first=paragraphs(label), rest=((paragraphs(value),),)) for label, value in pairs)
    return by_field(assemble(blocks, is_label))


@pytest.mark.parametrize(
    ("pairs", "place"),
    [
        ((("地点", "公司会议室"),), "公司会议室"),
        ((("地点", ""), ("形式", "线上")), "线上"),
        ((("方式", "电话会议"), ("地点", "深圳")), "深圳"),
        ((("时间及地点", "2024年6月3日14:00-15:00 公司会议室"),), "公司会议室"),
        ((("时间及地点", "2024年6月3日"),), None),
        ((("时间", "2024年6月3日 公司会议室"),), None),
        ((("时间及地点", "2024年6月3日 深圳"), ("地点", "上海")), "上海"),
    ],
)
def test_where_the_meeting_was(pairs: tuple[tuple[str, str], ...], place: str | None) -> None:
    assert location(rows(*pairs)) == place


@pytest.mark.parametrize("label", ["参会人员", "参加人员", "与会人员", "出席人员", "参与人员姓名"])
@pytest.mark.parametrize(
    ("value", "is_staff"),
    [
        ("董事长周舟、董事会秘书吴越", True),
        ("董事长：周舟；保荐代表人：钱进", True),
        ("虚构证券 研究员 李琦", False),
        ("虚构证券、假设基金", False),
        ("周舟、吴越", False),
        ("", False),
    ],
)
def test_whose_people_attended(label: str, value: str, *, is_staff: bool) -> None:
    found = rows((label, value), ("时间", "2024年6月3日"))
    assert ("hosts" in found) == is_staff
    assert ("participants" in found) != is_staff


def test_people_of_the_audience_stay_where_the_company_has_a_row_of_its_own() -> None:
    found = rows(("参会人员", "董事长周舟"), ("上市公司接待人员", "董事会秘书吴越"))
    assert [text(found, "participants"), text(found, "hosts")] == ["董事长周舟", "董事会秘书吴越"]


def test_days_of_the_row_or_of_the_first_sentence_of_the_meeting() -> None:
    told = ("投资者关系活动情况", "公司于2024年6月3日召开会议。公司2024年7月1日复牌。")
    assert said_when(rows(told)) == "公司于2024年6月3日召开会议。"
    assert said_when(rows(("时间", "2024年6月4日"), told)) == "2024年6月4日"
    assert said_when(rows(("地点", "深圳"))) == ""


def test_codes_in_the_table_are_lines_of_the_header() -> None:
    found = rows(("证券代码", "300999"), ("证券简称", "虚构股份"), ("编号", "2024-003"), ("时间", "甲"))
    assert [line.text for line in head(found)] == ["证券代码：300999", "证券简称：虚构股份", "编号：2024-003"]


def test_what_has_no_column_is_kept_aside() -> None:
    found = rows(
        ("方式", "电话会议"),
        ("地点", "深圳"),
        ("附件清单", "无"),
        ("活动主题", "业绩"),
        ("备注", "甲"),
        ("地址", "深圳"),
        ("附件", "名单"),
    )
    assert [row.label for row in aside(found)] == ["备注", "活动主题", "方式", "附件"]


@pytest.mark.parametrize(
    ("signed", "title", "number", "said"),
    [
        ("2024年5月9日", "2023年6月8日投资者关系活动记录表", "2023-001", (date(2024, 5, 9), 2023)),
        ("", "2023年6月8日投资者关系活动记录表", None, (date(2023, 6, 8), None)),
        ("", "2022年8月30日—9月1日投资者关系活动记录表", "2022-009", (date(2022, 9, 1), 2022)),
        ("", "投资者关系活动记录表", "SL20230919", (date(2023, 9, 19), None)),
        ("", "2023年度投资者关系活动记录表", "2020-10-24", (date(2020, 10, 24), 2020)),
        ("", None, "[2024]001", (None, 2024)),
        ("", None, "2021004", (None, 2021)),
        ("", None, "001", (None, None)),
    ],
)
def test_when_a_record_was_written(
    signed: str, title: str | None, number: str | None, said: tuple[date | None, int | None]
) -> None:
    assert written(rows(("日期", signed)), title, number) == said


def test_people_in_a_row_of_their_own_are_led_by_its_label() -> None:
    apart = rows(("参与单位名称", "华岳证券、东泰基金"), ("参与人员姓名", "李琦、王诚"))
    assert [cell[0].text for (cell,) in participants(apart)] == ["华岳证券、东泰基金", "参与人员姓名：李琦、王诚"]
    assert [cell[0].text for (cell,) in participants(rows(("参与人员姓名", "李琦、王诚")))] == ["李琦、王诚"]
    nobody = participants(rows(("参与单位名称", "华岳证券"), ("参与人员姓名", "")))
    assert [cell[0].text for (cell,) in nobody] == ["华岳证券", ""]
