"""Boundaries: where lines are cut, which lines open paragraphs, and the spans of pairs."""

from extractors.fields.boundary import Span, passage, spans
from tests.factory.lines import bold, paragraphs, printed


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
