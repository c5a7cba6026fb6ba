"""Questions whose answers bear no mark: emphasis, numbers, greetings, plain paragraphs; and what is none."""

from __future__ import annotations

import pytest

from extractors.fields import unmarked
from extractors.fields.passage import passage
from extractors.fields.unmarked import Span
from tests.factory.lines import bold, paragraphs, printed


def starts(found: list[Span]) -> list[int]:
    return [span.start for span in found]


def test_a_question_ends_with_its_paragraph_or_where_it_stops_asking() -> None:
    whole = passage(paragraphs("1、甲如何？", "乙。"))
    assert unmarked.question_at(whole, 0) == Span(0, 1, 1, 2, 0)
    full = passage(printed("二" * 28 + "吗？", "三" * 30, "答案。"))
    assert unmarked.question_at(full, 0).answer == 1


@pytest.mark.parametrize(
    ("text", "length"), [("1、甲？", 2), ("一、甲？", 2), ("Q1：甲？", 3), ("●甲？", 1), ("b、甲？", 2), ("甲？", 0)]
)
def test_the_mark_of_a_question(text: str, length: int) -> None:
    assert unmarked.mark(passage(paragraphs(text, "乙。")), 0) == length


def test_emphasised_topics_stand_among_emphasised_questions() -> None:
    lines = (
        bold("订单如何？"), *paragraphs("充足。"), bold("毛利率为何下降？"), *paragraphs("结构变化。"),
        bold("海外业务的进展情况"), *paragraphs("顺利。"), bold("参会人员"), *paragraphs("见名单。"),
        bold("分红如何？"), *paragraphs("见公告。"),
    )  # fmt: skip
    assert starts(unmarked.emphasised(passage(lines))) == [0, 2, 4, 8]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("1、甲如何？", "乙。", "2、丙如何？", "丁。"), [0, 2]),
        (("1、甲如何？", "乙。", "2、海外业务的进展情况", "丁。", "3、戊如何？", "己。"), [0, 2, 4]),
        (("1、甲如何？", "乙：", "（1）为何？因为丙。", "（2）丁。", "2、戊如何？", "己。"), [0, 4]),
        (("1、甲如何？", "乙：", "1、丙；", "2、丁。", "2、戊如何？", "己。"), [0, 4]),
        (("1、请介绍甲。", "乙。", "2、请问丙的情况。", "丁。"), [0, 2]),
        (("1、公司介绍了甲。", "2、投资者参观了乙。"), []),
    ],
)
def test_numbered_questions(texts: tuple[str, ...], found: list[int]) -> None:
    assert starts(unmarked.numbered(passage(paragraphs(*texts)))) == found


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("导语：", "甲如何？", "乙。", "请介绍丙。", "丁。", "戊如何？", "己。"), [1, 3, 5]),
        (("甲如何？", "乙如何？", "丙。", "丁如何？", "戊。"), [0, 3]),
        (("公司介绍了甲。", "为什么说是拐点？", "因为乙。"), []),
        (("甲如何？", "乙。"), []),
        (("公司经营正常。", "投资者参观了展厅。"), []),
        ((), []),
    ],
    ids=["several", "asked at once", "one that a speaker asks", "only one", "narrative", "nothing"],
)
def test_plain_questions(texts: tuple[str, ...], found: list[int]) -> None:
    assert starts(unmarked.plain(passage(paragraphs(*texts)))) == found


def test_questions_before_greetings() -> None:
    whole = passage(paragraphs("研发投入有多少", "尊敬的投资者，您好！约三亿元。", "希望加大宣传", "您好！谢谢建议。"))
    assert unmarked.greeted(whole) == [Span(0, 1, 1), Span(2, 3, 3)]


def test_a_visitor_who_greets_answers_nothing() -> None:
    assert unmarked.greeted(passage(paragraphs("导语。", "您好，请问订单如何？", "充足。", "您好！产能呢？"))) == []


def test_a_question_glued_to_an_answer_begins_behind_a_sentence() -> None:
    whole = passage(printed("一" * 30, "二" * 29 + "。", "三" * 30, "四如何？"))
    assert unmarked.sentence_start(whole, 1, 4) == 2
