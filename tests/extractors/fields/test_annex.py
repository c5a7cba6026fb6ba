"""Annexes: lists of participants behind the form, in tables or lines, and what is no list."""

from extractors.fields import annex
from extractors.readers.form import Line, TableRow
from tests.factory.lines import paragraphs


def row(first: str, *rest: str) -> TableRow:
    """A table row of texts."""
    return TableRow(
        first=paragraphs(first) if first else (), rest=(tuple(paragraphs(text) for text in rest),) if rest else ()
    )


def houses(*blocks: Line | TableRow) -> list[str | None]:
    """The institutions of an annex."""
    return [one.institution for one in annex.groups(blocks)]


def test_a_table_behind_the_form() -> None:
    assert houses(
        *paragraphs("附件：参会名单"), row("序号", "单位名称"), row("1", "虚构证券"), row("2", "假设基金")
    ) == ["虚构证券", "假设基金"]


def test_lines_under_a_heading() -> None:
    assert houses(*paragraphs("附件：参会机构名单", "虚构证券", "假设基金")) == ["虚构证券", "假设基金"]
    assert houses(*paragraphs("附件清单：参与单位", "虚构证券\t假设基金", "子虚资产\t乌有资本")) == [
        "虚构证券",
        "假设基金",
        "子虚资产",
        "乌有资本",
    ]


def test_what_is_no_list() -> None:
    assert houses(row("项目", "2025年"), row("营业收入", "5.2亿元"), row("净利润", "1.1亿元")) == []
    assert houses(*paragraphs("以上内容不构成投资建议。", "虚构科技股份有限公司董事会")) == []
    assert houses(*paragraphs("虚构证券")) == []
    assert houses() == []


def test_all_lines() -> None:
    blocks = (*paragraphs("附件"), row("1", "虚构证券"))
    assert [line.text for line in annex.lines(blocks)] == ["附件", "1", "虚构证券"]
