"""Numbers as they are printed with their multipliers and units: 1,234.5 万元, ２００ 余家, 一千七百多万, 三成."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractors.fields.han_number import MULTIPLIERS, value_of
from extractors.registers import unit as register

_BLANK = "[ \\t\u3000\xa0]?"
_FOLD = str.maketrans(
    {chr(0xFF10 + n): str(n) for n in range(10)}
    | {chr(code): chr(code - 0xFEE0) for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
    | {"％": "%", "．": ".", "＋": "+", "－": "-", "−": "-", "～": "~", "〜": "~", "∼": "~", "／": "/", "﹪": "%"}
)
_ARABIC = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:，\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_HAN = "[一二两三四五六七八九十百千][一二两三四五六七八九十百千零〇万亿]{0,24}(?:点[一二三四五六七八九零〇]{1,12})?"
_UNIT = register.pattern()
_NUMBER = re.compile(
    rf"(?:(?P<arabic>{_ARABIC})|(?P<han>{_HAN})){_BLANK}(?P<more>[多余几来+]?){_BLANK}"
    rf"(?P<multiplier>万亿|[十百千]?[万亿]|千(?![瓦克米伏兆])|百(?!分))?{_BLANK}(?P<some>[多余+]?){_BLANK}"
    rf"(?:(?P<unit>{_UNIT})(?:{_BLANK}[/每]{_BLANK}(?P<per>{_UNIT}|年|月|日|季|[WwtgLm](?![A-Za-z])))?)?",
    re.ASCII,
)
_SHARE = re.compile(
    r"百分之(?P<share>\d{1,9}(?:\.\d{1,9})?|[一二两三四五六七八九十百零〇点]{1,12})"
    r"|(?P<below>[二三四五六七八九十百千万]{1,8})分之(?P<above>[一二两三四五六七八九十]{1,8})"
    r"|(?<![第统单])一半(?![导年月径])"
)
_CURRENCY = re.compile(rf"(?P<mark>人民币|RMB|CNY|[￥¥]|美元|USD|US\$|HKD|HK\$|港币|\$|€|EUR){_BLANK}$")
_CURRENCIES = {
    "元": ("人民币", "RMB", "CNY", "￥", "¥"), "美元": ("美元", "USD", "US$", "$"), "港元": ("港币", "HKD", "HK$"),
    "欧元": ("€", "EUR"),
}  # fmt: skip
_UNIT_OF = {mark: unit for unit, marks in _CURRENCIES.items() for mark in marks}
_SMALL = {"成", "成半", "倍", "倍半", "个百分点", "百分点"}  # units that a small Chinese number counts without doubt
_MOST_DIGITS = 20  # what has more is a code
_VAGUE = "数几上成第若"  # before a Chinese number, these leave it open, or make it a place in a row


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what belongs to it."""

    start: int
    end: int
    number: Decimal  # as printed, without multiplier and unit
    multiplier: int | None  # None where none is printed
    unit: register.Unit | None
    per: str | None  # behind a stroke or 每: 年 of 吨/年
    is_more: bool  # 多 or 余 stands within
    is_worded: bool = False  # in Chinese numerals
    is_padded: bool = False  # 05: a year or a code

    @property
    def is_measured(self) -> bool:
        """Whether a unit or a multiplier says that it is a quantity."""
        return self.unit is not None or self.multiplier is not None


def fold(text: str) -> str:
    """The text with digits, signs and letters of half width; as long as before."""
    return text.translate(_FOLD)


def amounts(text: str) -> Iterator[Amount]:
    """The numbers of a folded text, in order, also those without a unit; Chinese numerals where they are plain."""
    shares = [_shared(found) for found in _SHARE.finditer(text)]
    parts = [part for part in shares if part]
    at = 0
    for found in _NUMBER.finditer(text):
        while parts and parts[0].start < found.end():
            at = max(at, parts[0].end)
            yield parts.pop(0)
        one = None if found.start() < at else _worded(text, found) if found["han"] else _printed(found)
        if one:
            yield one
    yield from parts


def currency_before(text: str, at: int) -> tuple[int, str | None]:
    """Where an amount with its sign of currency begins, and the currency's unit."""
    found = _CURRENCY.search(text[max(0, at - 5) : at])
    return (at - len(found.group()), _UNIT_OF[found["mark"]]) if found else (at, None)


def _printed(found: re.Match[str]) -> Amount | None:
    digits = re.sub("[,，]", "", found["arabic"])
    return _amount(found, Decimal(digits)) if len(digits) <= _MOST_DIGITS else None


def _worded(text: str, found: re.Match[str]) -> Amount | None:
    """A number in Chinese numerals, where no other reading is near."""
    number = value_of(found["han"])
    if number is None or text[max(0, found.start() - 1) : found.start()] in set(_VAGUE):
        return None
    return _amount(found, number, is_worded=True) if _is_plain(found) else None


def _is_plain(found: re.Match[str]) -> bool:
    """Whether a Chinese number counts: 三成, 两倍, 三亿, 百万只, 两千元; not 三家, 十年, 百家, 一个."""
    said, unit = found["han"], found["unit"]
    is_large = "万" in said or "亿" in said or bool(found["multiplier"])
    if said[0] in "百千":
        return is_large and unit is not None
    if unit in _SMALL:
        return not unit.startswith("成") or len(said) == 1
    return unit is not None if not is_large and ("百" in said or "千" in said) else is_large


def _amount(found: re.Match[str], number: Decimal, *, is_worded: bool = False) -> Amount:
    printed = found["unit"]
    multiplier = found["multiplier"]
    is_large = is_worded and number >= MULTIPLIERS["万"]
    half = Decimal("0.5") if printed and "半" in printed else Decimal(0)
    return Amount(
        start=found.start(),
        end=_end(found),
        number=number + half,
        multiplier=MULTIPLIERS[multiplier] if multiplier else 1 if is_large else None,
        unit=register.units()[printed] if printed else None,
        per=_per(found["per"]),
        is_more=bool(found["more"] or found["some"]),
        is_worded=is_worded,
        is_padded=bool(re.match(r"0\d", found.group())),
    )


def _end(found: re.Match[str]) -> int:
    """Where the last part that is there ends: blanks behind it are none of it."""
    names = ("arabic", "han", "more", "multiplier", "some", "unit", "per")
    return max(found.end(name) for name in names if found[name])


def _per(printed: str | None) -> str | None:
    """What is counted per: its unit where a factor would not change the number."""
    known = register.units().get(printed or "")
    return known.unit if known and known.factor == 1 else printed


def _shared(found: re.Match[str]) -> Amount | None:
    """百分之三十, 三分之一, 一半: in per cent."""
    if found["share"]:
        said = found["share"]
        number = Decimal(said) if said[0].isdigit() else value_of(said)
    elif found["above"]:
        above, below = value_of(found["above"]), value_of(found["below"])
        number = round(100 * above / below, 4) if above and below else None
    else:
        number = Decimal(50)
    if number is None:
        return None
    percent = register.units()["%"]
    return Amount(found.start(), found.end(), number, None, percent, None, is_more=False, is_worded=True)
