"""What the words around a figure say."""

from __future__ import annotations

import pytest

from extractors.fields.figure import parse

SAID = (
    ("营收约5亿元", "about", None, None), ("占比5%左右", "about", None, None), ("约占总收入的 60%", "about", None, None),
    ("近5亿元", "nearly", None, None), ("最近5年", None, None, None), ("附近5家", None, None, None),
    ("超过 5%", "over", None, None), ("不低于5%", "over", None, None), ("5%以上", "over", None, None),
    ("100多家", "over", None, None), ("1000+家", "over", None, None), ("赶超5家", None, None, None),
    ("不超过5亿元", "under", None, None), ("占收入的3%不到", "under", None, None), ("5天以内", "under", None, None),
    ("约5亿元以上", "over", None, None), ("节约5%", None, None, None), ("合约5份", None, None, None),
    ("同比增长30%", None, "yoy", "up"), ("同比下降约12个百分点", "about", "yoy", "down"), ("环比-5.6%", None, "qoq", "down"),
    ("YoY+30%", None, "yoy", "up"), ("同比增5%", None, "yoy", "up"), ("同降5%", None, "yoy", "down"),
    ("较上年同期增长27%", None, "yoy", "up"), ("较去年下降3%", None, "yoy", "down"), ("与去年同期相比，收入增长了10%", None, "yoy", "up"),
    ("较上年期初下降15%", None, None, "down"), ("较上年末增长3%", None, None, "up"), ("较上季度提升2个百分点", None, "qoq", "up"),
    ("同比增长不低于 35%", "over", "yoy", "up"), ("同比大幅增长，净利率5%", None, None, None),
    ("增长至5亿元", None, None, None), ("费用率上升为8%", None, None, None), ("费用降低7000多万", "over", None, "down"),
    ("增长较快的5家公司", None, None, None), ("同比 5%", None, "yoy", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "approximation", "compared", "change"), SAID)
def test_words_around_a_figure_are_told(
    text: str, approximation: str | None, compared: str | None, change: str | None
) -> None:
    (found,) = parse(text)
    assert (found.sense.approximation, found.sense.compared, found.sense.change) == (approximation, compared, change)


def test_figures_of_one_list_are_compared_alike() -> None:
    found = parse("同比分别增长33.07%、97.57%和48.31%")
    assert [(one.sense.compared, one.sense.change) for one in found] == [("yoy", "up")] * 3


def test_a_level_behind_a_change_is_no_change() -> None:
    change, level = parse("同比增长30%至5.6亿元")
    assert (change.sense.change, level.sense.change) == ("up", None)
