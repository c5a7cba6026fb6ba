"""Labels in running text: numbered headings, labels before a colon or a tab, signatures, and text that is no form."""

import pytest

from extractors.fields.label import is_label
from extractors.readers.form import Block, TableRow, assemble, label_of, lines_of
from extractors.readers.outline import rows
from tests.factory.lines import paragraphs

HEADINGS = (
    "一、投资者关系活动类别",
    "☑业绩说明会",
    "二、投资者关系活动情况",
    "活动时间：2026年3月10日",
    "活动地点：公司会议室",
    "参会单位及人员：虚构证券",
    "上市公司接待人员：董事长周舟",
    "三、投资者关系活动主要内容",
    "问题1：订单如何？",
    "答：充足。",
)
SIGNATURE = ("虚构科技股份有限公司", "董事会", "2026年3月11日")


def read(*texts: str) -> dict[str, str]:
    """Labels with their values, lines parted by a bar."""
    form = assemble(rows(paragraphs(*texts), is_label), is_label)
    return {row.label: "|".join(line.text for line in row.lines) for row in form.rows}


def test_headings_and_labels_before_a_colon() -> None:
    assert read("公告标题", *HEADINGS, *SIGNATURE) == {
        "投资者关系活动类别": "☑业绩说明会",
        "投资者关系活动情况": "",
        "活动时间": "2026年3月10日",
        "活动地点": "公司会议室",
        "参会单位及人员": "虚构证券",
        "上市公司接待人员": "董事长周舟",
        "投资者关系活动主要内容": "问题1：订单如何？|答：充足。",
    }


def test_lines_above_the_first_label_are_the_header_and_the_signature_is_annex() -> None:
    form = assemble(rows(paragraphs("公告标题", *HEADINGS, *SIGNATURE), is_label), is_label)
    assert [line.text for line in form.header] == ["公告标题"]
    assert [line.text for block in form.annex for line in lines_of(block)] == list(SIGNATURE)


def test_a_signature_without_a_day_is_none() -> None:
    assert read(*HEADINGS, "虚构科技股份有限公司")["投资者关系活动主要内容"].endswith("答：充足。|虚构科技股份有限公司")


@pytest.mark.parametrize("mark", ["：", ":", "\t", "： "])
def test_a_label_before_its_value(mark: str) -> None:
    texts = [f"{label}{mark}{value}" for label, value in (("时间", "甲"), ("地点", "乙"), ("参与单位", "丙"))]
    assert read(*texts) == {"时间": "甲", "地点": "乙", "参与单位": "丙"}


def test_words_of_the_conversation_that_look_like_labels_open_nothing() -> None:
    found = read(*HEADINGS[:8], "地点：海外工厂选址如何？", "答：保密。")
    assert found["活动地点"] == "公司会议室"
    assert found["投资者关系活动主要内容"] == "地点：海外工厂选址如何？|答：保密。"


def test_each_label_opens_once() -> None:
    assert read("时间：甲", "地点：乙", "参与单位：丙", "时间：丁") == {
        "时间": "甲",
        "地点": "乙",
        "参与单位": "丙|时间：丁",
    }


@pytest.mark.parametrize(
    "texts", [("时间：甲", "地点：乙"), ("关于召开会议的公告", "会议时间：下周"), (), ("一、公司介绍", "二、行业情况")]
)
def test_text_with_few_labels_stays_as_it_is(texts: tuple[str, ...]) -> None:
    blocks = paragraphs(*texts)
    assert rows(blocks, is_label) == blocks


def test_a_form_in_a_table_stays_as_it_is() -> None:
    table = TableRow(first=paragraphs("时间"), rest=((paragraphs("甲"),),))
    blocks: tuple[Block, ...] = (*paragraphs(*HEADINGS), table)
    assert rows(blocks, is_label) == blocks


def test_a_table_below_a_label_follows_it() -> None:
    table = TableRow(first=paragraphs("虚构证券"), rest=((paragraphs("李琦"),),))
    done = rows((*paragraphs("时间：甲", "地点：乙", "参会单位及人员："), table), is_label)
    assert [label_of(block) for block in done] == ["时间", "地点", "参会单位及人员", "虚构证券"]


def test_labels_alone_on_their_lines_open_values_where_nothing_else_does() -> None:
    assert read("时间", "甲", "地点", "乙", "日期", "2026年3月11日") == {
        "时间": "甲",
        "地点": "乙",
        "日期": "2026年3月11日",
    }


def test_cells_that_hold_label_and_value() -> None:
    blocks = tuple(TableRow(first=paragraphs(*texts)) for texts in (("时间：甲",), ("地点：乙",), ("主要内容：", "丙")))
    done = rows(blocks, is_label)
    assert [label_of(block) for block in done] == ["时间", "地点", "主要内容"]
    assert [line.text for line in lines_of(done[-1])] == ["主要内容", "丙"]


LABELLED = (
    ("活动类别", "☑业绩说明会"),
    ("活动时间", "2026年3月10日"),
    ("活动地点", "公司会议室"),
    ("交流内容", "问：订单？"),
    ("日期", "2026年3月11日"),
)


@pytest.mark.parametrize("head", ["一、{}", "1、{}", "1.{}", "（一）{}", "（1）{}", "【{}】", "{}", "{}："])
def test_headings_of_every_style_with_the_value_below(head: str) -> None:
    texts = [text for label, value in LABELLED for text in (head.format(label), value)]
    assert read("公告标题", *texts) == dict(LABELLED)


def test_a_signature_behind_the_last_heading_is_no_value() -> None:
    assert read(*HEADINGS, "特此公告。", *SIGNATURE)["投资者关系活动主要内容"] == "问题1：订单如何？|答：充足。"
