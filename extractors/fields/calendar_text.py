"""Dates and hours as they are printed, in the few shapes that sessions are read from.

Chinese numerals become digits, dashes one dash; a day of a list or range gets the 日 that only its last
one bears, hours without a colon get theirs. Weekdays, and asides about questions sent in before, are left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_DASHES = str.maketrans(dict.fromkeys("—–－―−‐‑~～〜﹣", "-") | dict.fromkeys("∶꞉ː", ":"))
_DIGITS = (
    {digit: value for value, digit in enumerate("〇一二三四五六七八九十")} | dict.fromkeys("○零Oo0◯", 0) | {"两": 2}
)
_ONES = "一二两三四五六七八九十"
_DAY, _HOUR = r"\d{1,2}", r"(?:[01]?\d|2[0-3])"
_DOTTED = r"(?:19|20)\d{2}\s*(?P<dot>[./])\s*\d{1,2}\s*(?P=dot)\s*\d{1,2}"


def _number(text: str) -> str:
    """A Chinese number under a hundred in digits: 十 is 10, 二十七 is 27."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return str(_DIGITS[text[-1]])
    return str(10 * (_DIGITS[tens[-1]] if tens else 1) + (_DIGITS[ones[-1]] if ones else 0))


def _days(found: re.Match[str]) -> str:
    """8、9、10日: each day with its 日."""
    return re.sub(r"\d+(?=\s*[、,和及-])", r"\g<0>日", found.group())


def _dotted(found: re.Match[str]) -> str:
    """2024.5.8-5.10、5.13: the days behind the first with month and day named."""
    first, rest = found.group("first"), found.group("rest")
    return first + re.sub(r"(\d{1,2})\s*[./]\s*(\d{1,2})", r"\1月\2日", rest)


_SHAPES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"[（(][^（()）]*(?:征集|提问|报名|提交|截止|截至|之前|以前)[^（()）]*[)）]"), " "),
    (re.compile(r"[（(]?\s*(?:星期|周|礼拜)[一二三四五六日天](?![期年])\s*[)）]?"), " "),
    (re.compile(r"[（(]\s*T\s*[+-]?\s*\d*\s*日?\s*[)）]"), " "),
    (
        re.compile(r"[〇○零Oo0◯一二三四五六七八九]{4}(?=\s*年)"),
        lambda year: "".join(str(_DIGITS[c]) for c in year.group()),
    ),
    (
        re.compile(rf"(?<![第{_ONES}])[{_ONES}]{{1,3}}(?=\s*(?:[月日号]|[点时](?!间)))"),
        lambda one: _number(one.group()),
    ),
    (re.compile(r"([上下中])\s+午"), r"\1午"),
    (re.compile(r"晚间|夜间|傍晚|当晚"), "晚上"),
    (re.compile(r"午后"), "下午"),
    (re.compile(r"(?<!\d)([12]\d)(?=\s*年\s*\d{1,2}\s*月)"), r"20\1"),
    (re.compile(r"(?<=月)\s*[（(](?=\s*\d{1,2}\s*[日号、,-])"), " "),
    (re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)"), r"\1年\2月\3日"),
    (
        re.compile(rf"(?P<first>{_DOTTED})(?P<rest>(?:\s*[-、,和及]\s*\d{{1,2}}\s*(?P=dot)\s*\d{{1,2}}(?![\d:]))+)"),
        _dotted,
    ),
    (re.compile(rf"({_DOTTED}\s*-\s*)({_DAY})(?![\d:;.点时/月])"), r"\1\3日"),
    (re.compile(rf"(?<=月)\s*{_DAY}(?:\s*[、,和及-]\s*{_DAY})+\s*[日号]"), _days),
    (re.compile(rf"(?<![\d:.\-/])({_DAY}\s*)-(\s*{_DAY}\s*[日号])"), r"\1日-\2"),
    (re.compile(rf"(?<=年)(\s*{_DAY}\s*)-(\s*{_DAY}\s*月)"), r"\1月-\2"),
    (re.compile(rf"(?<![\d:])({_HOUR})\s*;\s*([0-5]\d)(?![\d:;日月号])"), r"\1:\2"),
    (re.compile(rf"([日号午晚)]\s*)({_HOUR})\.([0-5]\d)(\s*-\s*)({_HOUR})\.([0-5]\d)(?!\d)"), r"\1\2:\3\4\5:\6"),
    (
        re.compile(r"([日号午晚)\s])([01]\d|2[0-3])([0-5]\d)(\s*-\s*)([01]\d|2[0-3])([0-5]\d)(?![\d年])"),
        r"\1\2:\3\4\5:\6",
    ),
    (re.compile(r"(\d{1,2}:\d{2})\s*开始\s*[,、;至到-]?\s*(\d{1,2}:\d{2})\s*结束"), r"\1-\2"),
    (re.compile(r"(?<![A-Za-z])([AaPp])\.?[Mm]\b\.?"), lambda half: f"{half[1].upper()}M"),
    (re.compile(r"(\d{1,2}:\d{2}(?:\s*-\s*\d{1,2}:\d{2})?)\s*([AP]M)"), r"\2\1"),
)


def plain(text: str) -> str:
    """The text in the shapes that are read.

    >>> plain("二〇二六年三月十日 星期二 下午两点半"), plain("2024年8月1、3日 14；00")
    ('2026年3月10日 下午2点半', '2024年8月1日、3日 14:00')
    """
    done = unicodedata.normalize("NFKC", text).translate(_DASHES)
    for shape, replacement in _SHAPES:
        done = shape.sub(replacement, done)
    return done
