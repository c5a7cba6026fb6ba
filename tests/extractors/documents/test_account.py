"""The account: what no value holds is named by its kind, and nothing else is left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.documents.activity_record import parse
from extractors.fields.label import is_label
from extractors.readers.form import Form, Line, TableRow, assemble
from extractors.records import Leftover, Remark
from tests.factory.form import HEADER, VALUES, values
from tests.factory.lines import paragraphs, printed

DOCUMENT = "0123456789abcdef" * 4


def form(rows: dict[str, tuple[str, ...]], header: tuple[str, ...] = HEADER) -> Form:
    """The form of labels and values."""
    made = (TableRow(first=paragraphs(label), rest=((paragraphs(*lines),),)) for label, lines in rows.items())
    return assemble((*paragraphs(*header), *made), is_label)


def left(made: Form) -> list[tuple[str, str]]:
    """Kind and text of what is left."""
    return [(one.kind, one.text) for one in parse(made, DOCUMENT) if isinstance(one, Leftover)]


def of_kind(made: Form, kind: str) -> list[str]:
    return [text for found, text in left(made) if found == kind]


def test_of_a_plain_form_nothing_is_unread() -> None:
    assert of_kind(form(dict(VALUES)), "unread") == []


@pytest.mark.parametrize(
    ("label", "lines", "kind", "text"),
    [
        ("上市公司接待人员姓名", ("董事长李琦先生",), "honorific", "先生"),
        ("上市公司接待人员姓名", ("董事长：李琦；证券部工作人员",), "unnamed", "证券部工作人员"),
        (
            "参与单位名称及人员姓名",
            ("虚构证券、假设基金及参与“走进成分股公司”的投资者",),
            "unnamed",
            "及参与走进成分股公司的投资者",
        ),
        ("参与单位名称及人员姓名", ("虚构证券 研究员 李琦、首席 王诚",), "honorific", "首席"),
        ("参与单位名称及人员姓名", ("券商：虚构证券、假设证券",), "head", "券商"),
        ("参与单位名称及人员姓名", ("虚构证券、假设基金等共12家机构",), "total", "等共家机构"),
        ("投资者关系活动主要内容介绍", ("问：订单如何？", "答：充足。"), "mark", "问"),
    ],
)
def test_words_around_values_are_left_by_kind(label: str, lines: tuple[str, ...], kind: str, text: str) -> None:
    assert text in of_kind(form(values(**{label: lines})), kind)


def test_a_value_printed_once_and_kept_twice_covers_its_place_once() -> None:
    made = form(values(上市公司接待人员姓名=("副总经理：李琦、王诚",)))
    assert of_kind(made, "unread") == []


def test_a_name_over_two_lines_of_a_column_is_whole() -> None:
    houses, people = printed("虚构资产管理股份", "有限公司", "假设基金"), printed("李琦", left=260)
    names = TableRow(first=paragraphs("参与单位名称及人员姓名"), rest=((houses, people),))
    plain = (TableRow(first=paragraphs(k), rest=((paragraphs(*v),),)) for k, v in VALUES.items() if "参与" not in k)
    assert of_kind(assemble((*paragraphs(*HEADER), names, *plain), is_label), "unread") == []


def test_a_name_inside_another_covers_its_own_place() -> None:
    made = form(values(参与单位名称及人员姓名=("虚构", "虚构证券", "证券虚构资管")))
    assert of_kind(made, "unread") == []


def test_page_furniture_is_kept_as_printed() -> None:
    made = replace(
        form(dict(VALUES)),
        furniture=paragraphs("虚构股份 投资者关系活动记录表 1", "虚构股份 投资者关系活动记录表 1", "2"),
    )
    assert of_kind(made, "furniture") == ["虚构股份 投资者关系活动记录表 1\n2"]


def test_rows_without_a_column_are_remarks() -> None:
    aside = {"奇异标签": ("奇异内容",), "风险提示": ("投资有风险。", "入市须谨慎。"), "重大信息说明": ("不涉及。",)}
    rows = {**VALUES, **aside}
    made = form(rows)
    remarks = [(one.label, one.text) for one in parse(made, DOCUMENT) if isinstance(one, Remark)]
    assert ("风险提示", "投资有风险。\n入市须谨慎。") in remarks
    assert ("奇异标签", "奇异内容") in remarks
    assert of_kind(made, "unread") == []


def test_the_board_s_statement_above_an_announcement_is_a_remark() -> None:
    statement = "本公司及董事会全体成员保证公告内容的真实、准确和完整，没有虚假记载，并承担个别及连带法律责任。"
    made = form(dict(VALUES), (*HEADER, statement))
    remarks = [(one.label, one.text) for one in parse(made, DOCUMENT) if isinstance(one, Remark)]
    assert remarks[0] == (None, statement)
    assert of_kind(made, "unread") == []


def test_hidden_lines_are_told_as_such() -> None:
    made = form(dict(VALUES))
    unseen = replace(made, furniture=(Line(text="内部流转"), Line(text="隐藏的文字", is_hidden=True)))
    assert (of_kind(unseen, "furniture"), of_kind(unseen, "hidden")) == (["内部流转"], ["隐藏的文字"])
