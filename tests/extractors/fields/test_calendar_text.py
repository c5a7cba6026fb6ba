"""Printed dates and hours in the shapes that are read."""

import pytest

from extractors.fields.calendar_text import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年5月10日—11日", "2024年5月10日-11日"),
        ("二〇二六年三月十日", "2026年3月10日"),
        ("二O一五年十二月二十三日", "2015年12月23日"),
        ("下午两点半", "下午2点半"),
        ("2024年8月1、3、5日", "2024年8月1日、3日、5日"),
        ("2024年5月8-10日", "2024年5月8日-10日"),
        ("2024年5-6月", "2024年5月-6月"),
        ("20240510", "2024年05月10日"),
        ("2024.5.8-5.10", "2024.5.8-5月10日"),
        ("2024.5.8-10", "2024.5.8-10日"),
        ("5月10日 14；00-15；00", "5月10日 14:00-15:00"),
        ("5月10日14.00-15.30", "5月10日14:00-15:30"),
        ("5月10日1500-1600", "5月10日15:00-16:00"),
        ("3:00-4:00 p.m.", "PM3:00-4:00"),
        ("晚间7点", "晚上7点"),
        ("下 午3点", "下午3点"),
        ("24年5月10日", "2024年5月10日"),
        ("第一日", "第一日"),
        ("2023-2024年度", "2023-2024年度"),
        ("https://ir.p5w.net", "https://ir.p5w.net"),
    ],
)
def test_a_shape_that_is_read(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize("text", ["（星期五）", "(周五)", "星期日", "（问题征集截至5月9日16:00）"])
def test_weekdays_and_asides_are_left_out(text: str) -> None:
    assert plain(f"5月10日{text}15:00").replace(" ", "") == "5月10日15:00"
