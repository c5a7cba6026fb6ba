"""Marks without a colon are given one, where a record prints them so throughout."""

import pytest

from extractors.fields.colon import given
from extractors.readers.form import Line
from tests.factory.lines import paragraphs


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ["1. 问订单如何？答订单充足。2. 问毛利率如何？答保持稳定。"],
            ["1. 问：订单如何？答：订单充足。2. 问：毛利率如何？答：保持稳定。"],
        ),
        (["（1）问订单如何？", "答订单充足。", "（2）问毛利率如何？", "答保持稳定。"],
         ["（1）问：订单如何？", "答：订单充足。", "（2）问：毛利率如何？", "答：保持稳定。"]),
    ],
)  # fmt: skip
def test_marks_get_their_colon(texts: list[str], expected: list[str]) -> None:
    assert [line.text for line in given(paragraphs(*texts))] == expected


@pytest.mark.parametrize(
    "texts",
    [
        ["1. 问：订单如何？答：订单充足。2. 问：毛利率如何？答：保持稳定。"],
        ["1. 问题多吗？答复不多。2. 问询函何时回复？答案见公告。"],
        ["1. 问订单如何？答订单充足。"],
        ["1. 问订单如何？2. 问毛利率如何？公司一一作了解答。"],
        [],
    ],
)
def test_other_words_stay(texts: list[str]) -> None:
    lines = paragraphs(*texts)
    assert given(lines) == lines


def test_emphasis_reaches_as_far_as_before() -> None:
    lines = (Line(text="1. 问订单如何？答充足。", bold=9), Line(text="2. 问毛利率如何？答稳定。", bold=10))
    assert [line.text[: line.bold] for line in given(lines)] == ["1. 问：订单如何？", "2. 问：毛利率如何？"]
