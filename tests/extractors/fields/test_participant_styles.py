"""Participants as companies of all exchanges print them: cells of text, each whole and wrapped, and tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractors.fields.participant import parse
from extractors.readers.form import Cell
from tests.factory.lines import paragraphs, wrapped

CELLS = (Path(__file__).parent / "cells" / "participants.text").read_text(encoding="utf-8").strip().split("\n\n")
LAYOUTS = {
    "paragraphs": paragraphs,
    "wide": lambda *texts: wrapped(*texts, room=360),
    "narrow": lambda *texts: wrapped(*texts, room=300),
}
Named = list[tuple[str, str]]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def expected(said: str) -> Named:
    """`机构=人/人 | =人` as pairs of an institution and a person."""
    entries = [entry.strip().partition("=") for entry in said.split("|") if entry.strip()]
    return [(squeezed(house), squeezed(one)) for house, _, names in entries for one in names.split("/")]


def named(grid: tuple[tuple[Cell, ...], ...]) -> Named:
    groups = parse(grid).groups
    return [(squeezed(group.institution or ""), squeezed(one)) for group in groups for one in group.people or ("",)]


def test_there_are_many_cells() -> None:
    assert len(CELLS) >= 150


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: cell.split("\n", maxsplit=1)[0][:24])
def test_a_cell_is_read_as_a_reader_would(cell: str, layout: str) -> None:
    texts, _, rest = cell.partition("\n=")
    said, _, total = rest.partition("\n#")
    grid = ((LAYOUTS[layout](*texts.split("\n")),),)
    assert named(grid) == expected(said)
    found = parse(grid)
    assert bool(found.note) is not bool(found.groups)
    assert not total or found.stated == int(total)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
    ([("序号", "机构名称", "姓名", "职务"), ("1", "华岳证券", "李文博", "分析师"), ("2", "东泰基金", "周楠", "研究员")], ["华岳证券=李文博", "东泰基金=周楠"]),
    ([("序号", "姓名", "单位"), ("1", "李文博", "华岳证券"), ("2", "周楠", "东泰基金")], ["华岳证券=李文博", "东泰基金=周楠"]),
    ([("单位名称", "姓名", "单位名称", "姓名"), ("华岳证券", "李文博", "东泰基金", "周楠"), ("盛景投资", "吴小曼", "", "")], ["华岳证券=李文博", "东泰基金=周楠", "盛景投资=吴小曼"]),
    ([("华岳证券", "李文博"), ("东泰基金", "周楠、吴小曼")], ["华岳证券=李文博", "东泰基金=周楠/吴小曼"]),
    ([("1", "华岳证券", "李文博"), ("2", "东泰基金", "周楠")], ["华岳证券=李文博", "东泰基金=周楠"]),
    ([("机构", "参会人员"), ("华岳证券", "李文博"), ("", "周楠"), ("东泰基金", "吴小曼")], ["华岳证券=李文博/周楠", "东泰基金=吴小曼"]),
    ([("序号", "公司", "职务", "姓名"), ("1", "华岳证券", "首席分析师", "李文博"), ("2", "东泰基金", "基金经理", "周楠")], ["华岳证券=李文博", "东泰基金=周楠"]),
    ([("序号", "机构", "姓名", "参会方式"), ("1", "华岳证券", "李文博", "现场"), ("2", "东泰基金", "周楠", "线上")], ["华岳证券=李文博", "东泰基金=周楠"]),
    ([("No.", "Company", "Name"), ("1", "Harbour Point Capital", "Kenji Sato"), ("2", "东泰基金", "周楠")], ["Harbour Point Capital=Kenji Sato", "东泰基金=周楠"]),
    ([("华岳证券", "东泰基金", "盛景投资"), ("博远资产", "兴禾资本", "")], ["华岳证券", "东泰基金", "盛景投资", "博远资产", "兴禾资本"]),
    ([("序号", "机构名称", "姓名", "序号", "机构名称", "姓名"), ("1", "华岳证券", "李文博", "2", "东泰基金", "周楠")], ["华岳证券=李文博", "东泰基金=周楠"]),
    ([("参会人员名单", ""), ("机构", "姓名"), ("华岳证券", "李文博"), ("东泰基金", "周楠")], ["华岳证券=李文博", "东泰基金=周楠"]),
    ([("姓名", "单位", "职务"), ("李文博", "华岳证券", "分析师"), ("周楠", "东泰基金", "研究员")], ["华岳证券=李文博", "东泰基金=周楠"]),
    ([("日期", "机构名称", "参会人员"), ("2024年5月8日", "华岳证券", "李文博、周楠"), ("2024年5月9日", "东泰基金", "吴小曼")], ["华岳证券=李文博/周楠", "东泰基金=吴小曼"]),
    ([("类型", "机构", "姓名"), ("券商", "华岳证券", "李文博"), ("公募", "东泰基金", "周楠")], ["华岳证券=李文博", "东泰基金=周楠"]),
    ([("单位", "姓名", "联系方式"), ("华岳证券", "李文博", "138****0000"), ("东泰基金", "周楠", "139****0001")], ["华岳证券=李文博", "东泰基金=周楠"]),
    ([("公司名称", "参会者姓名"), ("Harbour Point Capital", "Anna Schmidt"), ("个人投资者", "周楠")], ["HarbourPointCapital=Anna Schmidt", "=周楠"]),
    ([("序号", "参会机构", "参会人员"), ("1", "华岳证券", "李文博、郑凯"), ("2", "Brightwater Capital", "Anna Schmidt"), ("3", "个人", "周楠")], ["华岳证券=李文博/郑凯", "BrightwaterCapital=Anna Schmidt", "=周楠"]),
    ([("序号", "机构名称", "序号", "机构名称"), ("1", "华岳证券", "3", "盛景资产"), ("2", "东泰基金", "4", "鼎和私募")], ["华岳证券", "盛景资产", "东泰基金", "鼎和私募"]),
    ([("单位名称", "参会人员姓名"), ("华岳证券", "李文博"), ("东泰基金", "周楠"), ("盛景资产", "/")], ["华岳证券=李文博", "东泰基金=周楠", "盛景资产"]),
    ([("姓名", "职务", "公司"), ("李文博", "分析师", "华岳证券"), ("周楠", "投资经理", "东泰基金")], ["华岳证券=李文博", "东泰基金=周楠"]),
    ([("参与单位", "参与人员", "参与方式"), ("华岳证券", "李文博", "线上"), ("东泰基金", "周楠", "现场")], ["华岳证券=李文博", "东泰基金=周楠"]),
    ],
)  # fmt: skip
def test_a_table_with_or_without_headings(rows: list[tuple[str, ...]], said: list[str]) -> None:
    grid = tuple(tuple(paragraphs(*filter(None, [text])) for text in row) for row in rows)
    assert named(grid) == expected(" | ".join(said))
