"""Passages: where lines are cut, which open paragraphs, and the marks on them."""

from __future__ import annotations

import pytest

from extractors.fields.passage import passage
from tests.factory.lines import paragraphs, printed


def test_a_line_with_question_and_answer_is_cut_in_two() -> None:
    whole = passage(paragraphs("1、订单如何？答：充足。"))
    assert [line.text for line in whole.lines] == ["1、订单如何？", "答：充足。"]
    assert (whole.opens, whole.answers) == ((True, True), (None, 2))


def test_blank_lines_are_left_out() -> None:
    assert [line.text for line in passage(paragraphs("甲", " ", "乙")).lines] == ["甲", "乙"]


def test_paragraphs_begin_where_the_layout_says() -> None:
    whole = passage(printed("一" * 30, "二" * 10, "三" * 30))
    assert whole.opens == (True, False, True)
    assert (whole.paragraph_start(1), whole.paragraph_end(0), whole.paragraph_end(2)) == (0, 2, 3)


def test_marks_and_numbers_of_lines() -> None:
    whole = passage(paragraphs("Q1：甲？", "A1：乙。", "2、丙"))
    assert (whole.questions, whole.answers) == ((3, None, None), (None, 3, None))
    assert [number and number.value for number in whole.numbers] == [None, None, 2]


def test_a_part_loses_its_mark() -> None:
    whole = passage(paragraphs("Q1：甲？", "乙"))
    assert [line.text for line in whole.part(0, 2, 3)] == ["甲？", "乙"]
    assert whole.part(1, 1, 0) == ()


def test_a_greeting_opens_a_paragraph_behind_a_full_line() -> None:
    whole = passage(printed("一" * 30, "尊敬的投资者您好！" + "二" * 10))
    assert whole.opens == (True, True)


@pytest.mark.parametrize(
    ("texts", "marked"),
    [
        (("Q1 甲如何", "乙。", "Q2 丙如何", "丁。"), [0, 2]),
        (("Q3 可能量产", "乙。"), []),
        (("Q1 甲如何", "乙。", "Q3 可能量产"), [0]),
        (("Q1：甲如何", "乙。", "Q2 丙如何"), [0]),
    ],
    ids=["in sequence", "a quarter", "a gap", "beside marks with a colon"],
)
def test_bare_marks_count_on_and_stand_alone(texts: tuple[str, ...], marked: list[int]) -> None:
    questions = passage(paragraphs(*texts)).questions
    assert [i for i, end in enumerate(questions) if end] == marked
