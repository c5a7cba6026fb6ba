"""Numbers as Word's lists show them."""

import pytest

from extractors.readers.numeral import shown


@pytest.mark.parametrize(
    ("number", "style", "text"),
    [
        (7, "decimal", "7"), (7, "decimalZero", "07"), (1, "chineseCounting", "一"), (10, "chineseCounting", "十"),
        (20, "chineseCountingThousand", "二十"), (105, "japaneseCounting", "一百零五"), (11, "chineseLegalSimplified", "拾壹"),
        (20, "decimalEnclosedCircle", "⑳"), (21, "decimalEnclosedCircle", "21"), (2, "decimalEnclosedParen", "⑵"),
        (27, "upperLetter", "AA"), (3, "lowerLetter", "c"), (9, "lowerRoman", "ix"), (2, "ideographTraditional", "乙"),
        (3, "none", ""), (3, "hebrew1", "3"), (0, "upperRoman", "0"),
    ],
)  # fmt: skip
def test_formats(number: int, style: str, text: str) -> None:
    assert shown(number, style) == text
