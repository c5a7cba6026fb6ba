"""Questions and answers: every marking seen on forms, what is no question, narrative, headings and closings."""

import pytest

from extractors.fields.question import Content, parse
from extractors.readers.form import Line
from tests.factory.lines import bold, paragraphs, printed, wrapped

Pairs = list[tuple[str, str]]
ASKED = ("公司今年的订单情况如何？", "毛利率为什么下降？", "请介绍海外业务的进展。")
TOLD = ("公司订单充足，生产经营正常。", "主要是产品结构变化所致。", "海外子公司已经投产。")
PAIRS: Pairs = list(zip(ASKED, TOLD, strict=True))

MARKS = [
    ("Q：", "A："), ("Q:", "A:"), ("Q{}：", "A{}："), ("Q{}:", "A{}:"), ("Q{}、", "A："), ("Q{}.", "A："),
    ("Q{}：", "A："), ("Q{}.", "A{}："), ("Q{} ", "A："),
    ("{}、", "答："), ("{}.", "答："), ("{}. ", "答："), ("{}、问：", "答："), ("{}、", "回复："),
    ("{}、", "公司回复："), ("{}、", "公司回复:"), ("问题{}：", "答："),
    ("问题 {}、", "公司回复:"), ("问题{}：", "回答："), ("问题{}：", "回复："), ("问：", "答："), ("（{}）", "答："),
    ("{}.", "回复："), ("{}.", "A："), ("提问：", "回复："),
    ("提问{}：", "回答："), ("投资者提问：", "公司答复："), ("【问】", "【答】"), ("【问题{}】", "【回复】"),
    ("问题{}：", "答{}："), ("{}、Q：", "A："), ("（{}）问：", "答："),
    ("Q{}：", "董秘答："), ("{}、提问：", "回复："), ("{}）", "答："), ("网友提问：", "答："),
]  # fmt: skip


def read(*lines: Line) -> Pairs:
    """Questions and answers of lines."""
    return [(pair.question, pair.answer) for pair in parse(lines).pairs]


def marked(question: str, answer: str) -> list[str]:
    """The pairs as paragraphs with marks; {} is the running number."""
    return [
        text
        for number, (asked, told) in enumerate(PAIRS, 1)
        for text in (question.format(number) + asked, answer.format(number) + told)
    ]


@pytest.mark.parametrize(("question", "answer"), MARKS)
def test_marked_questions_and_answers(question: str, answer: str) -> None:
    assert read(*paragraphs(*marked(question, answer))) == PAIRS


@pytest.mark.parametrize(("question", "answer"), MARKS)
def test_marked_questions_and_answers_on_a_page(question: str, answer: str) -> None:
    assert read(*wrapped(*marked(question, answer), room=180)) == PAIRS


@pytest.mark.parametrize(
    ("question", "answer"),
    [("Q{}：", "A{}："), ("{}、", "答："), ("问：", "答："), ("问题{}：", "回复："), ("{}、", "公司回复：")],
)
def test_question_and_answer_on_one_line(question: str, answer: str) -> None:
    texts = marked(question, answer)
    joined = [asked + told for asked, told in zip(texts[::2], texts[1::2], strict=True)]
    assert read(*paragraphs(*joined)) == PAIRS


@pytest.mark.parametrize("question", ["{}、", "Q{}：", "Q{}、", "问题{}：", "问：", "（{}）", "{}."])
def test_questions_told_by_mark_alone(question: str) -> None:
    pairs = [(asked.replace("。", "？"), told) for asked, told in PAIRS]
    texts = [text for number, (asked, told) in enumerate(pairs, 1) for text in (question.format(number) + asked, told)]
    assert read(*paragraphs(*texts)) == pairs


@pytest.mark.parametrize("question", ["", "{}、", "{}. ", "（{}）", "Q{}："])
def test_emphasised_questions(question: str) -> None:
    lines = [
        line
        for number, (asked, told) in enumerate(PAIRS, 1)
        for line in (bold(question.format(number) + asked), *paragraphs(told))
    ]
    assert read(*lines) == PAIRS


def test_an_answer_of_several_paragraphs_keeps_them() -> None:
    assert read(*paragraphs("问：订单如何？", "答：订单充足。", "其中海外占三成。", "问：毛利率？", "答：稳定。")) == [
        ("订单如何？", "订单充足。\n其中海外占三成。"), ("毛利率？", "稳定。"),
    ]  # fmt: skip


def test_a_numbered_list_inside_an_answer_is_no_question() -> None:
    assert read(
        *paragraphs(
            "1、订单如何？",
            "答：主要有三点：",
            "1、海外订单增长；",
            "2、国内订单稳定；",
            "3、新品放量。",
            "2、毛利率如何？",
            "答：稳定。",
        )
    ) == [
        ("订单如何？", "主要有三点：\n1、海外订单增长；\n2、国内订单稳定；\n3、新品放量。"),
        ("毛利率如何？", "稳定。"),
    ]


def test_a_decimal_at_the_start_of_a_line_is_no_number() -> None:
    assert read(
        *paragraphs("1、分红如何？", "答：拟每股派发", "0.63 元，同比增长。", "2、产能如何？", "答：充足。")
    ) == [
        ("分红如何？", "拟每股派发\n0.63 元，同比增长。"),
        ("产能如何？", "充足。"),
    ]


def test_the_same_question_may_be_asked_twice() -> None:
    assert read(*paragraphs("问：订单如何？", "答：充足。", "问：订单如何？", "答：如前所述。")) == [
        ("订单如何？", "充足。"),
        ("订单如何？", "如前所述。"),
    ]


def test_several_questions_answered_together_are_one() -> None:
    found = read(*paragraphs("问：订单如何？", "问：毛利率如何？", "答：都好。", "问：产能？", "答：充足。"))
    assert [answer for _, answer in found] == ["都好。", "充足。"]
    assert found[0][0].startswith("订单如何？")


def test_a_number_that_comes_out_of_order_is_taken_with_its_answer() -> None:
    assert read(*paragraphs("1、订单如何？", "答：充足。", "2：毛利率如何？", "答：稳定。"))[1][1] == "稳定。"


def test_an_online_meeting_with_many_pairs() -> None:
    pairs = [
        (f"第{number}位投资者想了解产能情况如何？", f"尊敬的投资者，您好！产能利用率为{number}%。")
        for number in range(1, 61)
    ]
    lines = paragraphs(
        *(text for number, (asked, told) in enumerate(pairs, 1) for text in (f"{number}、{asked}", f"答：{told}"))
    )
    assert read(*lines) == pairs


def told(*texts: str) -> Content:
    """The content of paragraphs."""
    return parse(paragraphs(*texts))


def test_text_before_and_behind_the_pairs_is_narrative() -> None:
    found = told(
        "一、公司基本情况介绍", "公司成立于某年，主营虚构产品。", "二、问答环节", "1、订单如何？", "答：充足。",
        "2、产能如何？", "答：充足。",
        "接待过程中，公司严格按照信息披露管理制度等规定，没有出现未公开重大信息泄露等情况。",
    )  # fmt: skip
    assert [(pair.question, pair.answer) for pair in found.pairs] == [
        ("订单如何？", "充足。"),
        ("产能如何？", "充足。"),
    ]
    assert found.narrative is not None
    assert found.narrative.startswith("一、公司基本情况介绍\n公司成立于某年")
    assert found.narrative.endswith("没有出现未公开重大信息泄露等情况。")


@pytest.mark.parametrize(
    "closing",
    [
        "本次活动没有出现未公开重大信息泄露等情况。",
        "风险提示：以上如涉及对行业的预测，不构成对投资者的承诺，敬请投资者注意投资风险。", "活动结束。",
        "感谢各位投资者参加本次业绩说明会！",
    ],
)  # fmt: skip
def test_a_closing_sentence_is_no_part_of_the_last_answer(closing: str) -> None:
    found = told("问：订单如何？", "答：充足。", "产能也充足。", closing)
    assert [(pair.question, pair.answer) for pair in found.pairs] == [("订单如何？", "充足。\n产能也充足。")]
    assert found.narrative == closing


def test_a_heading_that_goes_on_counting_ends_an_answer() -> None:
    found = told(
        "一、公司介绍",
        "公司主营虚构产品。",
        "二、问答环节",
        "问：订单如何？",
        "答：充足。",
        "三、总经理致辞",
        "谢谢大家。",
    )
    assert [(pair.question, pair.answer) for pair in found.pairs] == [("订单如何？", "充足。")]
    assert (found.narrative or "").endswith("三、总经理致辞\n谢谢大家。")


@pytest.mark.parametrize(
    "texts",
    [
        ("公司介绍了基本情况。", "与会者参观了生产线。"),
        ("一、行业情况", "行业稳定增长。", "二、公司情况", "公司经营正常。"),
        ("1、公司简介", "公司成立于某年。", "2、主营业务", "公司主营虚构产品。"),
        ("详见附件。",),
    ],
)  # fmt: skip
def test_narrative_without_questions(texts: tuple[str, ...]) -> None:
    found = told(*texts)
    assert (found.pairs, found.narrative) == ((), "\n".join(texts))


def test_nothing_at_all() -> None:
    assert parse(()) == Content((), None)


def test_pairs_know_their_lines() -> None:
    lines = wrapped("问：订单如何？", "答：" + "充足，" * 30, room=180)
    pair = parse(lines).pairs[0]
    assert [line.page for line in pair.lines] == [1] * len(lines)
    assert pair.lines[0].box == lines[0].box


@pytest.mark.parametrize("number", range(1, 4))
def test_text_over_a_page_break_is_joined(number: int) -> None:
    answer = "公司订单充足且生产经营正常，" * 6
    whole = wrapped("问：订单如何？", f"答：{answer}", "问：产能？", "答：足。", room=180)
    moved = [
        *whole[:number],
        *(
            Line(
                text=one.text,
                page=2,
                box=one.box
                and type(one.box)(
                    page=2, x0=one.box.x0, top=one.box.top - 80, x1=one.box.x1, bottom=one.box.bottom - 80
                ),
                edges=one.edges,
            )
            for one in whole[number:]
        ),
    ]
    assert read(*moved) == [("订单如何？", answer), ("产能？", "足。")]


@pytest.mark.parametrize(
    "lines",
    [
        ("一、订单如何？", "订单充足。", "二、毛利率如何？", "毛利率稳定。"),
        ("（一）订单如何？", "答：订单充足。", "（二）毛利率如何？", "答：毛利率稳定。"),
        ("1、订单如何", "订单充足。", "2、毛利率如何", "毛利率稳定。"),
        ("投资者1：订单如何", "公司：订单充足。", "投资者2：毛利率如何", "公司：毛利率稳定。"),
        ("投资者：订单如何？", "李总：订单充足。", "网友：毛利率如何？", "董秘：毛利率稳定。"),
        ("【投资者】订单如何？", "【公司】订单充足。", "【投资者】毛利率如何？", "【公司】毛利率稳定。"),
        ("问题1", "订单如何？", "回答", "订单充足。", "问题2", "毛利率如何？", "回答", "毛利率稳定。"),
        ("Q1", "订单如何？", "A1", "订单充足。", "Q2", "毛利率如何？", "A2", "毛利率稳定。"),
        ("Q：订单如何？A：订单充足。Q：毛利率如何？A：毛利率稳定。",),
        ("第一问：订单如何？", "答：订单充足。", "第二问：毛利率如何？", "答：毛利率稳定。"),
    ],
)
def test_styles_of_other_companies(lines: tuple[str, ...]) -> None:
    pairs = [(pair.question.rstrip("？"), pair.answer) for pair in parse(paragraphs(*lines)).pairs]
    assert pairs == [("订单如何", "订单充足。"), ("毛利率如何", "毛利率稳定。")]


def test_sections_are_no_questions() -> None:
    found = parse(paragraphs("一、公司介绍", "公司成立多年。", "二、问答环节", "请问订单如何？", "答：充足。"))
    assert [pair.question for pair in found.pairs] == ["请问订单如何？"]
    assert found.narrative == "一、公司介绍\n公司成立多年。\n二、问答环节"


def test_a_word_that_a_line_s_end_leaves_alone_is_no_mark() -> None:
    lines = (*printed("请问业务进展如何" + "谢" * 22, "回答"), *printed("答：进展顺利。", top=140))
    (pair,) = parse(lines).pairs
    assert (pair.question.endswith("谢回答"), pair.answer) == (True, "进展顺利。")
