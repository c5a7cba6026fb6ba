"""Running numbers that open lines, and the Chinese numbers that count sections."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HAN_DIGITS = "一二三四五六七八九十"
_HAN_NO = f"[{_HAN_DIGITS}]{{1,3}}"
_PLAIN = (
    r"(?P<n2>\d{1,3})\s*(?:[、．)）]|[:：](?!\d)|\.(?!\d)|\.(?=\d{2,4}\s*年))"
    r"|(?:N[oO]\s*[.．]|№)\s*(?P<n3>\d{1,3})(?!\d)"
)
_NUMBER = re.compile(
    rf"\s*(?:(?P<round>[（(［\[【]\s*(?P<n1>\d{{1,3}})\s*[）)］\]】])|(?P<plain>{_PLAIN})|(?P<ring>[①-⑳]))\s*[:：、]?\s*"
)
_HEADING = re.compile(rf"\s*(?:第{_HAN_NO}(?:部分|环节)|{_HAN_NO}\s*[、.．]|[（(]{_HAN_NO}[）)])\s*")
_BULLET = re.compile(r"\s*(?:[●◆■▲►▶➢➤•·◎○◇★☆※]|—{1,2}|[A-Za-z]\s*[、.．)）](?=\s*[㐀-鿿]))\s*")
_HAN_NUMBER = re.compile(rf"\s*(?:(?P<plain>{_HAN_NO})\s*[、.．]|[（(](?P<round>{_HAN_NO})[）)])\s*[:：、]?\s*")
_HEADING_VALUE = re.compile(
    rf"\s*(?:第(?P<part>{_HAN_NO})(?:部分|环节)|(?P<han>{_HAN_NO})\s*[、.．]|[（(](?P<round>{_HAN_NO})[）)])"
)
_BARE_NUMBER = re.compile(r"\s*(\d{1,2})[ \t\u3000]+(?=[㐀-鿿])")
_HEADING_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Number:
    """A running number at the start of a line."""

    style: str  # round, plain, ring, han, han round, part, digits or bare
    value: int
    end: int  # where the text behind it begins

    def follows(self, other: Number) -> bool:
        """Whether it counts on from another number of its style."""
        return (self.style, self.value) == (other.style, other.value + 1)


def number(text: str) -> Number | None:
    """The running number that opens a line; a decimal is none."""
    found = _NUMBER.match(text)
    if not found:
        return None
    if found["ring"]:
        return Number("ring", ord(found["ring"]) - ord("①") + 1, found.end())
    digits = found["n1"] or found["n2"] or found["n3"]
    return Number("round" if found["round"] else "plain", int(digits), found.end())


def han_number(text: str) -> Number | None:
    """The Chinese number that opens a line: 一、 or （一）."""
    found = _HAN_NUMBER.match(text)
    if not found:
        return None
    return Number("han" if found["plain"] else "han round", value(found["plain"] or found["round"]), found.end())


def value(digits: str) -> int:
    """The value of a number below a hundred, in Arabic or Chinese digits.

    >>> value("7"), value("七"), value("十"), value("十二"), value("二十"), value("二十三")
    (7, 7, 10, 12, 20, 23)
    """
    if digits.isdecimal():
        return int(digits)
    before, ten, behind = digits.rpartition("十")
    if not ten:
        return _HAN_DIGITS.index(digits[-1]) + 1
    return 10 * (_HAN_DIGITS.index(before[0]) + 1 if before else 1) + (_HAN_DIGITS.index(behind) + 1 if behind else 0)


def heading_end(text: str) -> int | None:
    """Where the text behind a section's Chinese number begins; None without one."""
    found = _HEADING.match(text)
    return found.end() if found else None


def bullet_end(text: str) -> int:
    """Where the text behind a bullet or a letter that lists begins; 0 without one.

    >>> bullet_end("● 订单如何？"), bullet_end("a、订单如何？"), bullet_end("A、B 两款产品如何？")
    (2, 2, 0)
    """
    found = _BULLET.match(text)
    return found.end() if found else 0


def heading(text: str) -> Number | None:
    """The number of a section's heading (一、, （一） or 第一部分): short, and no sentence; None for any other text.

    >>> heading("四、管理层总结"), heading("一、公司经营稳健。")
    (Number(style='han', value=4, end=2), None)
    """
    found = _HEADING_VALUE.match(text)
    if not found or len(text) > _HEADING_LENGTH or text.rstrip().endswith(("。", "；", "！", "，")):
        return None
    style = "han round" if found["round"] else "part" if found["part"] else "han"
    return Number(style, value(found["round"] or found["part"] or found["han"]), found.end())


def bare_number(text: str) -> Number | None:
    """The digits before a blank that open a line (`1 公司…`); an amount may look the same."""
    found = _BARE_NUMBER.match(text)
    return Number("digits", int(found[1]), found.end()) if found else None
