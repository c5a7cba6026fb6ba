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
    assert list(figures((make(Question, answer="您好，今年收入同比增长约30%。\n谢谢。"),))) == [make(Figure)]


def test_a_range_has_ends_and_no_value() -> None:
    _, found = figures((make(Question, answer=ANSWER),))
    assert (found.value, found.low, found.high, found.unit) == (None, 30.0, 40.0, "%")
    assert (found.compared, found.change, found.approximation) == ("yoy", "up", None)
    assert ANSWER[found.answer_start : found.answer_end] == found.amount
    assert ANSWER[: found.answer_start].endswith(found.before)
    assert len(found.before) == 12
