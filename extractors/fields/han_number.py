"""Numbers in Chinese: 三百二十万 is 3,200,000."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_FIGURE = "一二两三四五六七八九"
_SECTION = re.compile(
    rf"(?:(?P<thousands>[{_FIGURE}]?)千)?[零〇]?(?:(?P<hundreds>[{_FIGURE}]?)百)?[零〇]?"
    rf"(?:(?P<tens>[{_FIGURE}]?)十)?[零〇]?(?P<ones>[{_FIGURE}]?)"
)
_CLIPPED = re.compile(rf"[百千][{_FIGURE}]$")
MULTIPLIERS = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
               "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12}  # fmt: skip


def value_of(text: str) -> Decimal | None:
    """The number that a text says in Chinese; None where it says none, as 七八 does.

    >>> value_of("一亿五千万"), value_of("二点五"), value_of("七八")
    (Decimal('150000000'), Decimal('2.5'), None)
    """
    whole, point, rest = text.partition("点")
    value = _whole(whole)
    if value is None or not point:
        return None if value is None else Decimal(value)
    if not rest or set(rest) - set(_DIGITS):
        return None
    return Decimal(f"{value}.{''.join(str(_DIGITS[digit]) for digit in rest)}")


def _whole(text: str) -> int | None:
    """Ten thousands of ten thousands: 一亿五千万 by 亿, then by 万."""
    for mark in ("万亿", "亿", "万"):
        high, found, low = text.partition(mark)
        if found:
            first = _whole(high) if high else None
            second = None if low in _DIGITS else _whole(low) if low else 0  # 三万五 is said for 三万五千
            return None if first is None or second is None else first * MULTIPLIERS[mark] + second
    return _section(text)


def _section(text: str) -> int | None:
    """A number below ten thousand: 三百二十, 十五, 零五; not 三百五, which is said for 三百五十."""
    found = _SECTION.fullmatch(text)
    if not found or not text.strip("零〇") or _CLIPPED.search(text):
        return None
    total = _DIGITS.get(found["ones"], 0)
    for name, place in (("thousands", 1000), ("hundreds", 100), ("tens", 10)):
        digit = found[name]
        total += place * (_DIGITS[digit] if digit else 1) if digit is not None else 0
    return total
