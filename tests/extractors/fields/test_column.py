"""Columns of a table of participants: headings of many wordings, and what cells without a heading look like."""

import pytest

from extractors.fields.column import headed, voted
from extractors.readers.form import Cell
from tests.factory.lines import paragraphs


def row(*texts: str) -> tuple[Cell, ...]:
    """A row of cells of one line."""
    return tuple(paragraphs(*filter(None, [text])) for text in texts)


@pytest.mark.parametrize(
    ("texts", "roles"),
    [
        (("机构名称", "姓名"), ("institution", "people")),
        (("序号", "参与单位名称", "参会人员姓名", "职务"), ("number", "institution", "people", "title")),
        (("姓名", "所属单位", "联系电话"), ("people", "institution", "aside")),
        (("参与单位名称及人员姓名",), ("pair",)), (("机构名称/姓名",), ("pair",)), (("姓名及单位",), ("pair",)),
        (("No.", "Company", "Name", "Title"), ("number", "institution", "people", "title")),
        (("客户名称", "所属机构"), ("people", "institution")), (("客户名称",), ("institution",)), (("投资者名称", "姓名"), ("institution", "people")),
        (("机构简称", "机构全称"), ("institution", "aside")), (("单位", "姓名", "单位", "姓名"), ("institution", "people", "institution", "people")),
        (("机构名称", "参会人数"), ("institution", "aside")), (("机构", "人员（排名不分先后）"), ("institution", "people")),
        (("虚构证券", "李琦"), None), (("虚构基金管理有限公司", "姓名"), None), (("1", "中金公司"), None), (("中金公司", "姓名"), None),
        (("序号", ""), None), ((), None),
    ],
)  # fmt: skip
def test_headings(texts: tuple[str, ...], roles: tuple[str, ...] | None) -> None:
    assert headed(row(*texts)) == roles


def test_columns_are_told_by_most_of_their_cells() -> None:
    rows = [
        row("1", "虚构证券", "李琦", "研究员"),
        row("2", "假设基金", "王诚、周舟", "基金经理"),
        row("3", "Fiction", "Jane Wu", ""),
    ]
    assert voted(rows, 4) == ("number", "institution", "people", "title")


def test_a_column_that_tells_nothing_holds_people_beside_institutions() -> None:
    assert voted([row("虚构证券", "Jane Wu"), row("假设基金", "Joe Li")], 2) == ("institution", "people")
    assert voted([row("Jane Wu")], 1) == ("institution",)
    assert voted([], 0) == ()
