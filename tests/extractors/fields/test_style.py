"""The style of a record: which marks count, decided over all lines."""

from __future__ import annotations

import pytest

from extractors.fields import style


def marked(*texts: str) -> tuple[list[int], list[int]]:
    """Which lines bear the marks of questions, and which of answers, where each line opens a paragraph."""
    opens = [True] * len(texts)
    questions, answers = style.marks(texts, opens, style.numbers(texts, opens))
    return [i for i, end in enumerate(questions) if end], [i for i, end in enumerate(answers) if end]


@pytest.mark.parametrize(
    ("texts", "questions", "answers"),
    [
        (("问：甲？", "答：乙。"), [0], [1]),
        (("投资者：甲？", "公司：乙。"), [0], [1]),
        (("投资者问：甲？", "董事长张立：乙。"), [0], [1]),
        (("网友：甲？", "董秘回复：乙。"), [0], [1]),
        (("主持人：甲？", "公司：乙。"), [0], [1]),
        (("1、甲？", "李总：乙。", "2、丙？", "王总：丁。"), [], [1, 3]),
        (("公司：乙。", "总经理：丁。"), [], []),
        (("Q 甲？", "A 乙。", "Q 丙？", "A 丁。"), [0, 2], [1, 3]),
        (("Q 甲？", "乙。"), [], []),
        (("1、媒体提问：甲？", "答：乙。", "2、丙？", "答：丁。"), [], [1, 3]),
        (("1、问：甲？", "答：乙。", "2、问：丙？", "答：丁。"), [0, 2], [1, 3]),
        (("董事长张立：甲。", "投资者：乙？", "张立：丙。"), [1], [0, 2]),
    ],
)
def test_which_marks_count(texts: tuple[str, ...], questions: list[int], answers: list[int]) -> None:
    assert marked(*texts) == (questions, answers)


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (("1、甲", "2、乙"), [1, 2]),
        (("一、甲", "二、乙？"), [None, 2]),
        (("1 甲？", "乙。", "2 丙？"), [1, None, 2]),
        (("1 甲？", "乙。"), [None, None]),
        (("1 甲", "2 乙"), [None, None]),
    ],
)
def test_which_numbers_count(texts: tuple[str, ...], values: list[int | None]) -> None:
    found = style.numbers(texts, [True] * len(texts))
    assert [number and number.value for number in found] == values


@pytest.mark.parametrize(("text", "asks"), [("甲？乙", True), ("甲?", True), ("甲。", False)])
def test_question_marks_of_either_width(text: str, asks: bool) -> None:
    assert style.asks(text) == asks
