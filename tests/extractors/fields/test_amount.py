"""Numbers with their multipliers and units."""

from __future__ import annotations

import pytest

from extractors.fields.amount import amounts, currency_before, fold

PRINTED = (
    ("1,234.5 万元", "1,234.5 万元", "1234.5", 10**4, "元", None),
    ("２００ 余家。", "２００ 余家", "200", None, "家", None),
    ("一千七百多万。", "一千七百多万", "1700", 10**4, None, None),
    ("１，２００家", "１，２００家", "1200", None, "家", None),
    ("200 支/月，", "200 支/月", "200", None, "支", "月"),
    ("12 元/公斤", "12 元/公斤", "12", None, "元", "千克"),
    ("0.45元/kWh", "0.45元/kWh", "0.45", None, "元", "kWh"),
    ("5GW、", "5GW", "5", None, "瓦", None),
    ("5G 网络", "5", "5", None, None, None),
    ("三成。", "三成", "3", None, "%", None),
    ("百分之二十五", "百分之二十五", "25", None, "%", None),
    ("三分之一", "三分之一", "33.3333", None, "%", None),
    ("一半以上", "一半", "50", None, "%", None),
    ("一个半月", "", "", None, None, None),
    ("1 个半月", "1 个半月", "1.5", None, "月", None),
    ("10 来年", "10 来年", "10", None, "年", None),
)


@pytest.mark.parametrize(("text", "expected"), [(text, told) for text, *told in PRINTED])
def test_a_number_has_its_multiplier_and_unit(text: str, expected: list[str | int | None]) -> None:
    found = [
        [text[one.start : one.end], str(one.number), one.multiplier, one.unit.unit if one.unit else None, one.per]
        for one in amounts(fold(text))
    ]
    assert found == ([expected] if expected[0] else [])


@pytest.mark.parametrize(
    "text", ["一成不变", "一半导体", "十年", "三家", "两个", "数十万家", "百家争鸣", "一万八千里", "第三成", "七八成"]
)
def test_a_chinese_numeral_that_is_not_plain_is_none(text: str) -> None:
    assert not [one for one in amounts(text) if one.unit]


def test_folding_keeps_places() -> None:
    text = "Ａ１２．５％～－５万"
    assert fold(text) == "A12.5%~-5万"
    assert len(fold(text)) == len(text)


def test_a_currency_stands_before() -> None:
    assert currency_before("约HK$ 5", 5) == (1, "港元")
    assert currency_before("约5", 1) == (1, None)
