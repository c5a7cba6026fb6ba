"""Figures: the quantities that an answer names, each with its value, unit and what is said of it.

A figure is a number with a unit or a multiplier. Dates, years, places in a row and in lists, names of products
(800G, 4D), codes, clauses of law and hours of the day are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.fields.amount import Amount, amounts, currency_before, fold
from extractors.fields.figure_sense import Sense, sense_of

_RANGE = re.compile(r"\s?(?:-|~|—{1,2}|–|‐|‑|―|至|到)\s?(?P<minus>-?)")
_FROM = re.compile(r"(?:由|从|自)\s?(?:约|近)?\s?$")  # 由 5% 到 8%: two figures
_MINUS = re.compile(r"(?:(?:^|[\s：:（(、，,]|(?![年月日季度])[㐀-鿿])-|(?<![担肩抱自背辜欺胜])负)$")
_NAMED_BEFORE = re.compile(
    r"第\s?(?:\d+\s?、\s?)*$|\d\s?[.:：+×xX*]\s?$|[×*#＃№]\s?$|[×xX*]\s?$|[A-Za-z]-?$|(?<![目此之以当提日年天月])前\s?$"
)
_STRONG_BEFORE = re.compile(r"(?<![A-Za-z])[A-Za-z]{2,}$|第\s?$|[×*+]\s?$")
_NAMED_BEHIND = re.compile(r"\s?[×*]\s?\d|\.\d|[A-Za-z]*号")
_STRONG = {"money", "share", "points"}
_SPAN_CUE = re.compile(
    r"(?:近|约|超过?|达|过去|过去的|未来|未来的|这|那|满|为期|至少|历时|历经|经过|接下来的?|今后|连续|有|以|逾|每|最近|不少于|大于|小于|"
    r"寿命|周期|期限|年限|质保|为|需要?|用|头|隔|多|长达|(?:积累|深耕|专注|扎根|从业)[^\d，。]{0,8})\s?$"
)
_SPAN_BEHIND = re.compile(
    r"\s?(?:前(?!三季|[一二三四\d]+[个季月])|以?来(?!看|讲|说)|以[上内后]|左右|之|多|余|内|期(?!初|末|间|中)|后(?!续|半|期)|里|"
    r"的?(?:历史|经验|时间|积累|经营|运营|专利期|寿命|质保|周期|期限|年限|合作|发展历程))"
)
_LISTED = re.compile(r"\s?(?:、|，|或者?|和|及|甚至|到)\s?")
_YEARS = range(1900, 2100)
_YEAR_DIGITS = 4
_SHORT_YEARS = range(11, 30)  # 15年 is 2015 unless its words tell of a span


@dataclass(frozen=True, slots=True)
class Found:
    """One figure of a text."""

    start: int
    end: int
    value: Decimal | None  # None for a range
    low: Decimal | None  # None unless a range
    high: Decimal | None
    unit: str | None
    sense: Sense


def parse(text: str) -> tuple[Found, ...]:
    """The figures of a text, in order; their places do not overlap.

    >>> [(str(one.value), one.unit, one.sense.compared) for one in parse("营收5.2亿元，同比增长30%。")]
    [('520000000.0', '元', None), ('30', '%', 'yoy')]
    """
    folded = fold(text)
    found = tuple(amounts(folded))
    return tuple(_figures(folded, found))


def _figures(text: str, found: Sequence[Amount]) -> Iterator[Found]:
    """Ranges joined, what is no quantity left out."""
    at = 0
    before: Found | None = None
    while at < len(found):
        first = found[at]
        second = found[at + 1] if at + 1 < len(found) else None
        joined = _joined(text, first, second) if second else None
        if joined and second:
            at, ends = at + 2, (joined, second)
        else:
            at, ends = at + 1, (first, first)
        if _is_quantity(text, ends[1]) and not _is_name(text, *ends, before):
            before = _told(text, *ends, floor=before.end if before else 0, is_range=joined is not None)
            yield before


def _joined(text: str, first: Amount, second: Amount) -> Amount | None:
    """The first of a range, with the multiplier and unit that only the second bears; None where they are no range."""
    dash = _RANGE.fullmatch(text, first.end, second.start)
    if not dash or dash["minus"] or not second.is_measured or first.per:
        return None
    if dash.group().strip() in "至到" and _FROM.search(text, max(0, first.start - 4), first.start):
        return None
    if first.unit and second.unit and first.unit.unit != second.unit.unit:
        return None
    low = replace(
        first, unit=first.unit or second.unit, multiplier=first.multiplier if first.is_measured else second.multiplier
    )
    return low if first.unit or _value(low) < _value(second) else None


def _is_quantity(text: str, amount: Amount) -> bool:
    """Whether a unit, a multiplier or a sign of currency says what is counted."""
    return amount.is_measured or currency_before(text, amount.start)[1] is not None


def _value(amount: Amount) -> Decimal:
    return amount.number * (amount.multiplier or 1) * (amount.unit.factor if amount.unit else 1)


def _is_name(text: str, first: Amount, last: Amount, listed: Found | None) -> bool:
    """Whether the number is part of a name, a date or a place in a row; 10 年、15 年 are alike."""
    before, behind = text[max(0, first.start - 16) : first.start], text[last.end : last.end + 10]
    is_listed = listed is not None and listed.unit == "年" and _LISTED.fullmatch(text, listed.end, first.start)
    cue = "每" if is_listed else before  # what stood before the first of the list stands before all
    if _is_year(first, cue, behind) or (last is not first and _is_year(last, cue, behind)):
        return True
    if _NAMED_BEHIND.match(behind) and not last.unit:
        return True
    found = _NAMED_BEFORE.search(before)
    if not found:
        return False
    is_strong = last.multiplier is not None or (last.unit is not None and last.unit.kind in _STRONG)
    return not is_strong or (found.group()[0].isascii() and not _STRONG_BEFORE.search(before)) or "第" in found.group()


def _is_year(amount: Amount, before: str, behind: str) -> bool:
    """2025年, 24 年一季度; not 过去 20 年, 5 年."""
    if not amount.unit or amount.unit.unit != "年" or amount.multiplier or amount.is_worded:
        return False
    number = amount.number
    behind_point = number % 1 * 10000 if number.as_tuple().exponent == -_YEAR_DIGITS else 0  # 1.2024年, behind 1.
    if int(number) in _YEARS or int(behind_point) in _YEARS or amount.is_padded:
        return True
    is_short = number in _SHORT_YEARS and not amount.is_more and amount.unit.printed == "年"
    return is_short and not _SPAN_CUE.search(before) and not _SPAN_BEHIND.match(behind)


def _told(text: str, first: Amount, last: Amount, *, floor: int, is_range: bool) -> Found:
    """The figure with its sign and its currency."""
    start, currency = currency_before(text, first.start)
    start = first.start if start < floor else start
    minus = _MINUS.search(text, max(floor, start - 2), start)
    factor = -1 if minus else 1
    start -= 1 if minus else 0
    sense = sense_of(text, start, last.end, is_negative=minus is not None)
    if first.is_more or last.is_more:
        sense = replace(sense, approximation="over")
    ends = sorted((factor * _value(first), _value(last) if is_range else factor * _value(last)))
    return Found(
        start=start,
        end=last.end,
        value=None if is_range else ends[0],
        low=ends[0] if is_range else None,
        high=ends[1] if is_range else None,
        unit=_unit(last, currency),
        sense=sense,
    )


def _unit(amount: Amount, currency: str | None) -> str | None:
    own = amount.unit.unit if amount.unit else None
    named = currency if currency and own in {None, "元"} else own
    return f"{named}/{amount.per}" if named and amount.per else named
