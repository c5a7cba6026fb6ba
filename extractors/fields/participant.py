"""参与单位名称及人员姓名: institutions with their people, from a table or from running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.fields import gutter, inline, roster
from extractors.fields.group import Group
from extractors.fields.text import flat
from extractors.readers.form import Grid, Line

_TOTAL = re.compile(
    r"(\d{1,3}(?:,\d{3})+|\d{1,5}|(?<![一二三四五六七八九十百])[一二三四五六七八九]?十[一二三四五六七八九]?)\s*(?:余|多)?\s*"
    r"(家|位|名|人)(?!论坛)"
)
_ONES = "〇一二三四五六七八九"
_OF_ONE = re.compile(r"[（(]\s*\d{1,4}\s*[人名位]\s*[)）]")  # where several houses have theirs, none is the total
_ELSEWHERE = re.compile(r"附件|附表|附后|文末|附录|后附|清单|附：")
_FEW = 3  # "中泰证券等 46 家机构，详见附件" names one and points to the rest


@dataclass(frozen=True, slots=True)
class Participants:
    """What the cell says: groups, a stated total, and the description where it names nobody."""

    groups: tuple[Group, ...]
    stated: int | None
    note: str | None
    points_to_annex: bool


def parse(grid: Grid) -> Participants:
    """The participants of a cell."""
    lines = tuple(line for row in grid for cell in row for line in cell)
    text = flat(lines)
    tabular = sum(sum(bool(cell) for cell in row) > 1 for row in grid)
    groups = roster.parse(grid) if tabular * 2 > len(grid) else named(lines)
    points = bool(_ELSEWHERE.search(text)) and len(groups) <= _FEW
    return Participants(groups, stated(text), text or None if points or not groups else None, points)


def named(lines: Sequence[Line]) -> tuple[Group, ...]:
    """The participants of lines: in columns that a gutter parts, else in running text."""
    found = gutter.columns(lines)
    if found is None:
        return inline.parse(lines)
    return (*inline.parse(found.above), *roster.columns(found.cells), *inline.parse(found.below))


def stated(text: str) -> int | None:
    """The total that a text states; institutions before people.

    >>> stated("东吴证券、海通证券等 46 家机构 59 人次")
    46
    """
    found = _TOTAL.findall(_OF_ONE.sub("", text) if len(_OF_ONE.findall(text)) > 1 else text)
    houses = [number for number, unit in found if unit == "家"]
    return _number(houses[0] if houses else found[0][0]) if found else None


def _number(text: str) -> int:
    """A number in digits, or a Chinese one from ten to ninety-nine."""
    if not text[-1].isdigit():
        tens, _, ones = text.partition("十")
        return 10 * (_ONES.index(tens) if tens else 1) + (_ONES.index(ones) if ones else 0)
    return int(text.replace(",", ""))
