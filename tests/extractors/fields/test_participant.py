"""Participants: running text or table, stated totals, notes where nobody is named, pointers to an annex."""

import pytest

from extractors.fields.participant import named, parse, stated
from extractors.readers.form import Grid
from tests.factory.lines import paragraphs, printed, tabbed


def cell(*texts: str) -> Grid:
    """A cell of paragraphs."""
    return ((paragraphs(*texts),),)


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("虚构证券等 46 家机构 59 人次", 46), ("共40名人员，来自30多家机构", 30), ("个人投资者27人", 27),
        ("等20家机构及个人投资者共21人（排名不分先后）", 20), ("31家机构34人", 31),
        ("约30家机构", 30), ("等…29位", 29), ("12名投资者", 12), ("虚构证券、假设基金", None), ("", None),
        ("100余家机构", 100), ("等共计1200人", 1200), ("无", None),
        ("2025年度业绩说明会", None),
    ],
)  # fmt: skip
def test_a_total_that_is_stated(text: str, total: int | None) -> None:
    assert stated(text) == total


def test_named_institutions() -> None:
    found = parse(cell("虚构证券：李琦；假设基金：王诚等共2家机构"))
    assert [one.institution for one in found.groups] == ["虚构证券", "假设基金"]
    assert (found.stated, found.note, found.points_to_annex) == (2, None, False)


@pytest.mark.parametrize("text", ["线上参与公司2025年度业绩说明会的投资者", "面向全体投资者", "投资者网上提问"])
def test_nobody_named(text: str) -> None:
    found = parse(cell(text))
    assert (found.groups, found.note, found.points_to_annex) == ((), text, False)


@pytest.mark.parametrize(
    "text", ["详见附件", "详见附件清单《参会名单》", "参会人员名单附后", "见文末附表", "虚构证券等46家机构，详见附件"]
)
def test_a_pointer_to_an_annex(text: str) -> None:
    found = parse(cell(text))
    assert (found.note, found.points_to_annex) == (text, True)


def test_a_table_in_the_cell() -> None:
    rows = tuple(
        tuple(paragraphs(text) for text in row)
        for row in (("机构名称", "姓名"), ("虚构证券", "李琦"), ("假设基金", "王诚"))
    )
    assert [(one.institution, one.people) for one in parse(rows).groups] == [
        ("虚构证券", ("李琦",)),
        ("假设基金", ("王诚",)),
    ]


def test_an_empty_cell() -> None:
    found = parse(())
    assert (found.groups, found.stated, found.note, found.points_to_annex) == ((), None, None, False)


def test_lines_in_columns_with_lines_across() -> None:
    lines = (
        *printed("以下为参加本次电话会议的机构和人员名单，排名不分先后", top=80),
        *tabbed(("虚构证券", "李琦、张明"), ("", "远"), ("假设基金", "王诚"), ("子虚资产", "周舟")),
    )
    assert [(one.institution, one.people) for one in named(lines)] == [
        ("虚构证券", ("李琦", "张明远")), ("假设基金", ("王诚",)), ("子虚资产", ("周舟",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("虚构证券等二十家机构", 20),
        ("虚构证券等十余家机构", 10),
        ("共三十五位投资者", 35),
        ("共1,200人", 1200),
        ("虚构证券（2人）、假设基金（1人）", None),
        ("虚构证券（2人）、假设基金（1人），共3人", 3),
        ("线上投资者（56人）", 56),
        ("四十人论坛", None),
        ("虚构证券、假设基金等31家机构34人", 31),
        ("现场投资者 12 人，线上投资者 30 人", 12),
        ("机构投资者共计12人次", 12),
    ],
)
def test_totals_in_words_and_counts_of_single_houses(text: str, total: int | None) -> None:
    assert stated(text) == total
