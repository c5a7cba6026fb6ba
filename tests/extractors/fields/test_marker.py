"""Marks of questions and answers: every pair seen on forms, numbers, headings, what asks and what closes."""

from itertools import pairwise

import pytest

from extractors.fields import marker


@pytest.mark.parametrize(
    "mark",
    [
        "Q：", "Q:", "Ｑ：", "Q1：", "Q1:", "Q1、", "Q1.", "Q12．", "Q 3：", "Q1）", "问：", "问:", "问 ：",
        "问题1：", "问题 1：", "问题1、",
        "问题一：", "问题十二：", "问题：", "提问：", "提问1：", "提问1、", "问1：", "1、问：", "1、问题：",
        "12、Q：", "（1）问：", "1.问：", "【问】", "【问题1】",
        "[问]", "【Q1】", "【提问】", "投资者提问：", "投资者问：", "投资者1问：", "网友提问：", "机构提问：",
        "分析师问：", "主持人提问：", "1、投资者：", "Question 1:", "【问题】：", "【投资者】", "第一问：", "第二个问题：",
    ],
)  # fmt: skip
def test_a_question_s_mark_is_cut_off(mark: str) -> None:
    text = f"{mark}公司今年的订单如何？"
    end = marker.question_end(text)
    assert end is not None
    assert text[end:] == "公司今年的订单如何？"


@pytest.mark.parametrize(
    "mark",
    [
        "A：", "A:", "A；", "A;", "答；", "回 复 ：", "回 答 ：", "Ａ：", "A1：", "A1:", "A1、", "A1.", "A 2：", "答：", "答:", "答 ：", "回复：", "公司回复：",
        "公司回复:", "回答：", "答复：", "答1：",
        "回答1：", "回复 1：", "公司答：", "公司答复：", "董秘答：", "管理层回复：", "【答】", "【回复】", "[答]",
        "【A】", "Answer:", "李总答：", "王诚先生回答：",
        "回答1、",
    ],
)  # fmt: skip
def test_an_answer_s_mark_is_cut_off(mark: str) -> None:
    text = f"{mark}公司订单充足。"
    end = marker.answer_end(text)
    assert end is not None
    assert text[end:] == "公司订单充足。"


@pytest.mark.parametrize(
    "text",
    [
        "公司今年的订单如何？", "问题在于产能不足。", "第三季度业绩增长明显", "1、公司概况", "QFII 持股比例",
        "提问环节", "2023年如何？", "Quality：高",
        "问答环节", "答：公司订单充足。", "投资者关系", "问询函：无",
    ],
)  # fmt: skip
def test_other_lines_open_no_question(text: str) -> None:
    assert marker.question_end(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "公司订单充足。",
        "A股市场：",
        "AI 业务进展：顺利",
        "答案是肯定的。",
        "回复投资者",
        "Apple：客户之一",
        "A轮融资",
        "回答如下。",
        "复盘：去年",
        "A1 型产品",
    ],
)
def test_other_lines_open_no_answer(text: str) -> None:
    assert marker.answer_end(text) is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("订单如何？答：充足。", "充足。"), ("订单如何？A3：充足。", "充足。"), ("订单如何? A: 充足。", "充足。"),
        ("请介绍订单。答：充足。", "充足。"),
        ("订单如何？回复：充足。", "充足。"), ("订单如何？公司答：充足。", "充足。"),
        ("订单如何（含海外）答：充足。", "充足。"), ("订单如何？", None),
        ("公司在答：题", None), ("如何？不过答案：无", None),
    ],
)  # fmt: skip
def test_an_answer_s_mark_inside_a_line(text: str, answer: str | None) -> None:
    places = marker.inline_marks(text)
    ends = [at + (marker.answer_end(text[at:]) or 0) for at in places]
    assert [text[end:] for end in ends] == ([answer] if answer else [])


def test_several_marks_inside_a_line() -> None:
    text = "Q：订单如何？A：充足。Q：产能？A：正常；问题3：价格？答：稳定。"
    places = (0, *marker.inline_marks(text), len(text))
    assert [text[a:b] for a, b in pairwise(places)] == [
        "Q：订单如何？", "A：充足。", "Q：产能？", "A：正常；", "问题3：价格？", "答：稳定。",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "订单如何？", "毛利率是多少", "请介绍一下公司业务", "请问有分红计划吗", "怎么看行业前景", "能否展望明年",
        "有没有并购计划", "为何下降", "建议公司回购股份",
        "请公司谈谈海外布局", "何时投产", "Could you explain?",
    ],
)  # fmt: skip
def test_what_asks(text: str) -> None:
    assert marker.asks(text)


@pytest.mark.parametrize(
    "text", ["公司基本情况介绍", "公司订单充足。", "二、互动交流", "毛利率同比提升2个百分点。", ""]
)
def test_what_does_not_ask(text: str) -> None:
    assert not marker.asks(text)


@pytest.mark.parametrize(("text", "value"), [("Q1 订单如何", 1), ("Q 12 订单如何", 12), ("Ｑ3　订单", 3)])
def test_a_bare_question_s_mark_tells_its_number(text: str, value: int) -> None:
    found = marker.bare_question(text)
    assert (found.value if found else None, marker.question_end(text)) == (value, None)


@pytest.mark.parametrize("text", ["Q1：订单如何", "Q3", "Q3季度", "2024年Q3 可能", "GQ1 甲"])
def test_what_is_no_bare_mark(text: str) -> None:
    assert marker.bare_question(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "尊敬的投资者，您好！公司",
        "尊敬的投资者您好！",
        "尊敬的各位投资者：您好",
        "您好，感谢",
        "你好！",
        "尊敬的投资者朋友，你们好！",
        "您好。公司",
    ],
)
def test_a_greeting_opens_an_answer(text: str) -> None:
    assert marker.greets(text)


@pytest.mark.parametrize("text", ["您好董秘，请问", "公司尊敬投资者", "尊敬的投资者关注公司", "投资者您好", ""])
def test_what_is_no_greeting(text: str) -> None:
    assert not marker.greets(text)


@pytest.mark.parametrize(
    "mark",
    ["追问：", "Q1；", "Q1-", "（Q1）", "Q1/", "q1：", "【投资者提问】", "【投资者】", "投资者张先生问：", "问题1（青禾证券）：", "提问（一）：", "一、问：",
     "媒体提问：", "问题内容："],
)  # fmt: skip
def test_more_marks_of_questions(mark: str) -> None:
    text = f"{mark}公司今年的订单如何？"
    assert text[marker.question_end(text) or 0 :] == "公司今年的订单如何？"


@pytest.mark.parametrize(
    "mark",
    ["A1；", "A1-", "（A1）", "A1/", "a1：", "【公司回复】", "【答-董事长】", "答（董事长李伟）：", "公司回应如下：", "回复内容：", "1、回复：",
     "财务总监回复：", "王敏女士回答：", "董事长、总经理答："],
)  # fmt: skip
def test_more_marks_of_answers(mark: str) -> None:
    text = f"{mark}公司订单充足。"
    assert text[marker.answer_end(text) or 0 :] == "公司订单充足。"


@pytest.mark.parametrize("text", ["Q1、Q2 收入增长", "Q2-Q3 季度", "Q1. Q3", "问询如何"])
def test_quarters_are_no_marks(text: str) -> None:
    assert marker.question_end(text) is None


@pytest.mark.parametrize(
    ("text", "said"), [("答 充足", "充足"), ("A1 充足", "充足"), ("A、充足", "充足"), ("公司回复 充足", "充足"), ("答案 充足", None)]
)  # fmt: skip
def test_bare_marks_of_answers(text: str, said: str | None) -> None:
    end = marker.bare_answer(text)
    assert (text[end:] if end else None) == said


@pytest.mark.parametrize(
    ("text", "said"), [("云禾股份回复：甲", "甲"), ("公司尚未收到，答复：甲", None), ("回复：甲", None)]
)
def test_an_answer_behind_a_name(text: str, said: str | None) -> None:
    end = marker.named_answer(text)
    assert (text[end:] if end else None) == said


@pytest.mark.parametrize(("text", "asked"), [("Q 甲", "甲"), ("问.甲", "甲"), ("Q、甲", "甲"), ("QFII 甲", None)])
def test_lone_marks_of_questions(text: str, asked: str | None) -> None:
    end = marker.lone_question(text)
    assert (text[end:] if end else None) == asked


@pytest.mark.parametrize(
    ("text", "wants"), [("请介绍订单。", True), ("您好，想了解订单", True), ("公司请示后投产", False)]
)
def test_what_requests(text: str, wants: bool) -> None:
    assert marker.requests(text) == wants


@pytest.mark.parametrize(
    ("text", "names"), [("海外市场的进展情况", True), ("毛利率下降的原因", True), ("投资者提问及回复情况", False), ("公司经营稳健", False)]
)  # fmt: skip
def test_what_names_a_topic(text: str, names: bool) -> None:
    assert marker.names_a_topic(text) == names
