"""Coverage: each value covers one place of a text once, long ones before the names that may stand inside them."""

from __future__ import annotations

import pytest

from extractors.documents.coverage import han, uncovered

LONG = "这是一段很长的回答其中也提到了王某某先生和其他人员的情况以及公司的经营"


@pytest.mark.parametrize(
    ("text", "values", "left"),
    [
        ("甲公司乙公司", ("乙公司",), ["甲公司"]),
        ("甲乙甲", ("甲",), ["乙甲"]),
        ("甲乙甲", ("甲", "甲"), ["乙"]),
        ("甲乙甲", ("甲", "甲", "甲"), ["乙"]),
        ("甲乙", (None, ""), ["甲乙"]),
        ("甲乙", ("A1", "甲 乙"), []),
        ("民生", ("⺠生",), []),
        (f"王某某{LONG}", ("王某某", LONG), []),
        ("虚构基金虚构", ("虚构", "虚构基金"), []),
    ],
)
def test_what_no_value_covers_is_left(text: str, values: tuple[str | None, ...], left: list[str]) -> None:
    assert list(uncovered(text, values)) == left


def test_han_are_the_characters_without_letters_marks_and_radicals() -> None:
    assert han(["⺠A生，", "1 银行"]) == "民生银行"
