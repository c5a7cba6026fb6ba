"""Activity records: a Form to records, for the forms of every exchange, and Forms that are none."""

import re

import pytest

from extractors.documents.activity_record import parse
from extractors.errors import NotARecord
from extractors.fields.label import is_label
from extractors.readers.form import Block, Form, TableRow, assemble
from extractors.records import (
    ActivityCategory,
    ActivityRecord,
    ActivitySession,
    Attachment,
    Host,
    ParseFailure,
    Participant,
    Question,
    Region,
)
from tests.factory.form import HEADER, PAIRS, VALUES, values
from tests.factory.lines import paragraphs, wrapped

DOCUMENT = "0123456789abcdef" * 4


def row(label: str, *lines: str) -> TableRow:
    """A table row."""
    return TableRow(first=paragraphs(label), rest=((paragraphs(*lines),),) if lines else ())


def form(rows: dict[str, tuple[str, ...]], header: tuple[str, ...] = HEADER, after: tuple[Block, ...] = ()) -> Form:
    """The form of labels and values."""
    return assemble((*paragraphs(*header), *(row(label, *lines) for label, lines in rows.items()), *after), is_label)


def read(
    rows: dict[str, tuple[str, ...]], kind: type, header: tuple[str, ...] = HEADER, after: tuple[Block, ...] = ()
) -> list[object]:
    """The records of one kind."""
    return [one for one in parse(form(rows, header, after), DOCUMENT) if isinstance(one, kind)]


def record(
    rows: dict[str, tuple[str, ...]], header: tuple[str, ...] = HEADER, after: tuple[Block, ...] = ()
) -> ActivityRecord:
    """The activity record."""
    (one,) = read(rows, ActivityRecord, header, after)
    assert isinstance(one, ActivityRecord)
    return one


def test_the_record_s_own_row() -> None:
    one = record(dict(VALUES))
    assert (one.record_id, one.document_id, one.ordinal) == ("0123456789abcdef-1", DOCUMENT, 1)
    assert one.title == "投资者关系活动记录表"
    assert one.text.startswith("证券代码：300999")
    assert one.text.endswith("日期\n2026年3月11日")
    assert re.fullmatch(r"[0-9a-f]{64}", one.content_hash)


def test_every_row_belongs_to_the_record_and_counts_from_one() -> None:
    records = parse(form(dict(VALUES)), DOCUMENT)
    children = [one for one in records if not isinstance(one, ActivityRecord | ParseFailure)]
    assert {one.record_id for one in children} == {"0123456789abcdef-1"}  # type: ignore[attr-defined]
    for kind in (ActivitySession, ActivityCategory, Participant, Host, Question):
        ordinals = [one.ordinal for one in children if isinstance(one, kind)]
        assert ordinals == list(range(1, len(ordinals) + 1))
        assert ordinals


def test_the_same_words_have_the_same_fingerprint_in_any_layout() -> None:
    other = values(
        投资者关系活动主要内容介绍=tuple(text.replace("、", "、 ") for text in VALUES["投资者关系活动主要内容介绍"])
    )
    assert record(dict(VALUES)).content_hash == record(other).content_hash
    assert record(values(投资者关系活动主要内容介绍=("别的。",))).content_hash != record(other).content_hash


def test_questions_stand_where_their_spans_say() -> None:
    one = record(dict(VALUES))
    found = read(dict(VALUES), Question)
    spans = [one.text[row.text_start : row.text_end] for row in found if isinstance(row, Question)]
    assert [question in span and answer in span for span, (question, answer) in zip(spans, PAIRS, strict=True)] == [
        True
    ] * 3


def test_places_of_a_page() -> None:
    blocks = tuple(
        TableRow(first=wrapped(label, top=100 + 40 * n, room=110), rest=((wrapped(*lines, top=100 + 40 * n),),))
        for n, (label, lines) in enumerate(VALUES.items())
    )
    records = parse(assemble((*paragraphs(*HEADER), *blocks), is_label, 1), DOCUMENT)
    regions = [one for one in records if isinstance(one, Region)]
    assert [(one.kind, one.ordinal, one.part, one.page) for one in regions] == [
        *(("participant", n, 1, 1) for n in (1, 2, 3)), *(("host", n, 1, 1) for n in (1, 2)),
        *(("question", n, 1, 1) for n in (1, 2, 3)),
    ]  # fmt: skip
    assert {one.x0 for one in regions} == {100.0}


def test_formats_without_pages_have_no_places() -> None:
    assert read(dict(VALUES), Region) == []


@pytest.mark.parametrize(("text", "names"), [("无", []), ("", []), ("不适用", []), ("《演示文稿》", ["《演示文稿》"])])
def test_annexes_that_are_named(text: str, names: list[str]) -> None:
    rows = values(**{"附件清单（如有）": (text,) if text else ()})
    assert [one.name for one in read(rows, Attachment) if isinstance(one, Attachment)] == names


def test_a_list_behind_the_form_that_the_cell_points_to() -> None:
    after = (*paragraphs("附件：参会名单"), row("机构名称", "姓名"), row("虚构证券", "李琦"), row("假设基金", "王诚"))
    rows = values(参与单位名称及人员姓名=("共2家机构，详见附件",))
    found = [one for one in read(rows, Participant, after=after) if isinstance(one, Participant)]
    assert [(one.institution, one.person) for one in found] == [("虚构证券", "李琦"), ("假设基金", "王诚")]
    one = record(rows, after=after)
    assert (one.participants_in_attachment, one.participants_stated, one.participants_note) == (
        True,
        2,
        "共2家机构，详见附件",
    )


def test_a_table_behind_the_form_is_no_list_where_the_cell_names_everybody() -> None:
    after = (*paragraphs("附件：财务指标"), row("项目", "2025年"), row("营业收入", "5亿元"))
    assert not record(dict(VALUES), after=after).participants_in_attachment
    assert len(read(dict(VALUES), Participant, after=after)) == 3


SSE = {
    "活动主题": ("2025年度业绩说明会",),
    "时间": ("2026年4月20日 15:00-16:00",),
    "地点/方式": ("上证路演中心",),
    "参会人员": ("董事长：周舟、董事会秘书：吴越",),
    "投资者关系活动主要内容介绍": ("问题 1、订单如何？", "公司回复:充足。"),
}


def test_a_form_of_shanghai_whose_attending_people_are_the_company_s() -> None:
    hosts = [one for one in read(SSE, Host) if isinstance(one, Host)]
    assert [(one.name, one.title) for one in hosts] == [("周舟", "董事长"), ("吴越", "董事会秘书")]
    assert read(SSE, Participant) == []
    assert record(SSE).location == "上证路演中心"
    assert [(one.question, one.answer) for one in read(SSE, Question) if isinstance(one, Question)] == [
        ("订单如何？", "充足。")
    ]


def test_attending_people_of_institutions_are_participants() -> None:
    rows = {**SSE, "参会人员": ("虚构证券 李琦；假设基金 王诚",), "接待人员": ("董事长周舟",)}
    assert [one.institution for one in read(rows, Participant) if isinstance(one, Participant)] == [
        "虚构证券",
        "假设基金",
    ]


def test_labels_in_the_words_of_other_forms() -> None:
    rows = {
        "类别": ("√特定对象调研",), "会议时间": ("2026/3/10",), "会议地点": ("线上",), "调研机构名称": ("虚构证券",),
        "公司接待人员": ("董事长周舟",), "交流内容": ("公司介绍。",),
        "记录日期": ("二〇二六年三月十一日",),
    }  # fmt: skip
    one = record(rows)
    assert (one.location, str(one.signed_on), one.narrative) == ("线上", "2026-03-11", "公司介绍。")


def test_a_number_in_a_row_of_its_own() -> None:
    one = record({**VALUES, "编号": ("2026-009",)}, header=("虚构科技股份有限公司", "投资者关系活动记录表"))
    assert one.security_code is None
    assert one.company_name == "虚构科技股份有限公司"


def test_content_that_stands_behind_the_table() -> None:
    rows = {label: lines for label, lines in VALUES.items() if label != "投资者关系活动主要内容介绍"}
    after = paragraphs("问：订单如何？", "答：充足。")
    assert [(one.question, one.answer) for one in read(rows, Question, after=after) if isinstance(one, Question)] == [
        ("订单如何？", "充足。")
    ]


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        ({}, HEADER),
        ({"时间": ("甲",), "地点": ("乙",)}, HEADER),
        ({"时间": ("甲",), "地点": ("乙",), "主要内容": ("丙",)}, ("关于召开股东大会的通知",)),
        ({"项目": ("甲",), "金额": ("乙",)}, ("2025年年度报告摘要",)),
    ],
    ids=["no rows", "two labels", "meeting notice", "report"],
)
def test_forms_that_are_no_records(rows: dict[str, tuple[str, ...]], header: tuple[str, ...]) -> None:
    with pytest.raises(NotARecord) as caught:
        parse(form(rows, header), DOCUMENT)
    assert caught.value.title == header[0][:80]


def test_a_titled_form_without_people_is_a_record() -> None:
    assert record({"时间": ("2026年3月10日",), "地点": ("线上",), "主要内容": ("公司介绍。",)}).location == "线上"


def test_a_record_without_anything_readable_in_its_cells() -> None:
    rows = dict.fromkeys(VALUES, ("……",))
    assert record(rows).signed_on is None
    assert [one.error for one in read(rows, ParseFailure) if isinstance(one, ParseFailure)] == ["NoDate", "NoTick"]


def test_unknown_labels_are_reported_and_kept_in_the_text() -> None:
    rows = {"时间": VALUES["时间"], "特殊情况": ("某种情况",), **VALUES}
    failures = [one for one in read(rows, ParseFailure) if isinstance(one, ParseFailure)]
    assert [(one.error, one.label, one.stage, one.document_id) for one in failures] == [
        ("UnknownLabel", "特殊情况", "label", DOCUMENT)
    ]
    assert "某种情况" in record(rows).text
