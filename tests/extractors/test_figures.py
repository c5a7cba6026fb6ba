"""Figures as rows of their questions."""

from __future__ import annotations

from extractors.figures import Figure, figures
from extractors.records import Question
from tests.factory.rows import make

ANSWER = "您好，今年上半年公司营业收入约5.2亿元，同比增长30%-40%。\n谢谢。"


def test_rows_are_numbered_within_their_answers() -> None:
    asked = (make(Question, answer=ANSWER), make(Question, ordinal=2, answer="1家。"), make(Question, ordinal=3))
    assert [(row.ordinal, row.number, row.amount) for row in figures(asked)] == [
        (1, 1, "5.2亿元"),
        (1, 2, "30%-40%"),
        (2, 1, "1家"),
    ]


def test_a_row_says_what_is_printed_and_what_it_means() -> None:
    first, second = figures((make(Question, answer=ANSWER),))
    assert first == make(
        Figure, before="今年上半年公司营业收入约", after="，同比增长30%-40%。"[:12], answer_start=15, answer_end=20
    )
    assert (second.value, second.low, second.high, second.unit) == (None, 30.0, 40.0, "%")
    assert (second.compared, second.change, second.approximation) == ("yoy", "up", None)
    assert ANSWER[second.answer_start : second.answer_end] == second.amount
