"""A number as a format of Word's lists shows it (ISO/IEC 29500-1, 17.18.59)."""

from __future__ import annotations

import re

_DIGITS = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_UNITS, _FORMAL_UNITS = ("", "十", "百", "千"), ("", "拾", "佰", "仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_CHINESE = {
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
}  # fmt: skip
_FORMAL_CHINESE = {"chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"}
_ENCLOSED = {
    "decimalEnclosedCircle": "①", "decimalEnclosedCircleChinese": "①", "decimalEnclosedFullstop": "⒈",
    "decimalEnclosedParen": "⑴",
}  # fmt: skip
_MOST_ENCLOSED = 20


def shown(number: int, style: str) -> str:
    """A number as a format of Word's shows it; plain digits where the format is not known.

    >>> shown(12, "chineseCounting"), shown(3, "decimalEnclosedCircle"), shown(4, "upperRoman")
    ('十二', '③', 'IV')
    """
    if style in _CHINESE:
        return _chinese(number, _DIGITS, _UNITS)
    if style in _FORMAL_CHINESE:
        return _chinese(number, _FORMAL, _FORMAL_UNITS)
    if style in _ENCLOSED and 1 <= number <= _MOST_ENCLOSED:
        return chr(ord(_ENCLOSED[style]) + number - 1)
    return _by_letters(number, style)


def _by_letters(number: int, style: str) -> str:
    if style in {"upperLetter", "lowerLetter"} and number > 0:
        letters = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if style == "upperLetter" else letters.lower()
    if style in {"upperRoman", "lowerRoman"} and number > 0:
        return _roman(number) if style == "upperRoman" else _roman(number).lower()
    if style == "ideographTraditional" and 1 <= number <= len(_STEMS):
        return _STEMS[number - 1]
    if style == "none":
        return ""
    return f"{number:02d}" if style == "decimalZero" else str(number)


def _chinese(number: int, digits: str, units: tuple[str, ...]) -> str:
    """The number in Chinese, up to 9999: 十二 and not 一十二."""
    if not 0 < number < 10 ** len(units):
        return digits[0] if number == 0 else str(number)
    text = "".join(
        digits[int(digit)] + (units[place] if digit != "0" else "")
        for place, digit in zip(range(len(str(number)) - 1, -1, -1), str(number), strict=True)
    )
    text = re.sub(f"{digits[0]}+", digits[0], text).rstrip(digits[0])
    return text.removeprefix(digits[1]) if text.startswith(digits[1] + units[1]) else text


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text
