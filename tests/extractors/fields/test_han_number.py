"""Numbers in Chinese."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.fields.han_number import value_of
from extractors.readers.numeral import shown

SAID = (
    ("三", 3), ("十", 10), ("十五", 15), ("二十", 20), ("一百零五", 105), ("两千", 2000), ("三百二十", 320),
    ("三百二十万", 3200000), ("一亿五千万", 150000000), ("一万亿", 10**12), ("千万", 10**7), ("百", 100),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_a_number_is_what_it_says(text: str, expected: int) -> None:
    assert value_of(text) == expected


def test_a_point_is_one() -> None:
    assert value_of("十二点五零") == Decimal("12.50")


@pytest.mark.parametrize(
    "text", ["", "零", "七八", "二〇二五", "三百五", "三万五", "点五", "三点", "三点十", "万", "百十百"]
)
def test_what_leaves_it_open_is_no_number(text: str) -> None:
    assert value_of(text) is None


@given(st.integers(1, 9999))
def test_what_is_shown_is_read_back(number: int) -> None:
    assert value_of(shown(number, "chineseCounting")) == number
