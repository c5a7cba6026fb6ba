"""Boundaries: the spans of pairs, by marks, emphasis and numbers."""

from extractors.fields.boundary import Span, spans
from extractors.fields.passage import passage
from tests.factory.lines import bold, paragraphs, printed


def test_spans_of_marked_pairs() -> None:
    assert spans(passage(paragraphs("导语", "Q：甲？", "A：乙。", "丙。", "Q：丁？", "A：戊。"))) == (
        Span(1, 2, 4, 2, 2),
        Span(4, 5, 6, 2, 2),
    )


def test_spans_of_questions_alone() -> None:
    assert spans(passage(paragraphs("Q1：甲？", "乙。", "Q2：丙？", "丁。"))) == (
        Span(0, 1, 2, 3, 0),
        Span(2, 3, 4, 3, 0),
    )


def test_spans_of_emphasised_questions() -> None:
    lines = (bold("1、甲如何？"), *paragraphs("乙。"), bold("2、丙如何？"), *paragraphs("丁。"))
    assert spans(passage(lines)) == (Span(0, 1, 2, 2, 0), Span(2, 3, 4, 2, 0))


def test_an_emphasised_question_over_two_lines_is_one() -> None:
    first, second = printed("一" * 30, "二" * 5 + "如何？")
    lines = (
        *(
            type(line)(text=line.text, page=1, box=line.box, bold=len(line.text), edges=line.edges)
            for line in (first, second)
        ),
        *printed("三" * 30, "四" * 30, "答案。", top=140),
    )
    assert spans(passage(lines)) == (Span(0, 2, 5, 0, 0),)


def test_text_that_is_emphasised_as_a_whole_tells_nothing() -> None:
    assert spans(passage((bold("甲如何？"), bold("乙。")))) == ()


def test_no_lines_have_no_spans() -> None:
    assert spans(passage(())) == ()


def test_numbered_questions_without_an_asking_mark_are_told_by_the_greeting_of_their_answers() -> None:
    lines = paragraphs(
        "1、子公司盈利了么", "尊敬的投资者您好！已经盈利。", "2、减持还剩多少", "尊敬的投资者，您好！请见公告。"
    )
    assert spans(passage(lines)) == (Span(0, 1, 2, 2, 0), Span(2, 3, 4, 2, 0))


def test_a_numbered_question_whose_answer_bears_no_mark_stands_by_itself() -> None:
    lines = paragraphs(
        "1、介绍主营业务：", "公司主营业务为虚构产品。", "2、订单如何？", "答：充足。", "3、产能如何？", "答：正常。"
    )
    assert [span.start for span in spans(passage(lines))] == [0, 2, 4]


def test_questions_that_are_answered_together_stay_one() -> None:
    lines = paragraphs("1、订单如何？", "2、产能如何？", "答：充足，正常。", "3、人员如何？", "答：稳定。")
    assert [(span.start, span.answer) for span in spans(passage(lines))] == [(0, 2), (3, 4)]
