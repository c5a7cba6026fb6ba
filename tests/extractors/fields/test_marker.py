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
        "分析师问：", "Question 1:", "【问题】：", "【投资者】", "第一问：", "第二个问题：",
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
    ("text", "style", "value", "rest"),
    [
        ("1、公司概况", "plain", 1, "公司概况"),
        ("12、公司概况", "plain", 12, "公司概况"),
        ("1.公司概况", "plain", 1, "公司概况"),
        ("1. 公司概况", "plain", 1, "公司概况"),
        ("1．公司概况", "plain", 1, "公司概况"),
        ("3）公司概况", "plain", 3, "公司概况"),
        ("（1）公司概况", "round", 1, "公司概况"),
        ("(11) 公司概况", "round", 11, "公司概况"),
        ("①公司概况", "ring", 1, "公司概况"),
        ("⑳公司概况", "ring", 20, "公司概况"),
        ("3.2024年公司概况", "plain", 3, "2024年公司概况"),
    ],
)
def test_a_running_number(text: str, style: str, value: int, rest: str) -> None:
    found = marker.number(text)
    assert found is not None
    assert (found.style, found.value, text[found.end :]) == (style, value, rest)


@pytest.mark.parametrize(
    "text", ["0.63 元，同比增长", "1.5 亿元", "2024年", "公司概况", "3.14%", "第1、2点", "2000、2001年"]
)
def test_no_running_number(text: str) -> None:
    assert marker.number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一、公司基本情况介绍", 1), ("二、问答环节", 2), ("十、其他", 10), ("十二、其他", 12),
        ("第一部分 公司介绍", 1), ("第二部分：提问回答", 2),
        ("三．互动环节", 3), ("一、公司经营稳健。", None), ("1、公司概况", None), ("问答环节", None),
        ("二、" + "很长的句子" * 10, None),
    ],
)  # fmt: skip
def test_a_section_s_number(text: str, value: int | None) -> None:
    assert marker.heading_value(text) == value


@pytest.mark.parametrize("text", ["一、公司介绍", "第二部分", "（三）互动", "十一．其他", "第三环节 提问"])
def test_a_heading_s_number_is_found(text: str) -> None:
    assert marker.heading_end(text)


@pytest.mark.parametrize("text", ["公司介绍", "1、公司介绍", "一季度收入", "第二季度", "三大业务"])
def test_other_lines_have_no_heading_s_number(text: str) -> None:
    assert marker.heading_end(text) is None


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
    ("text", "style", "value"),
    [
        ("一、甲", "han", 1),
        ("十、甲", "han", 10),
        ("十二、甲", "han", 12),
        ("二十三、甲", "han", 23),
        ("（三）甲", "han round", 3),
        ("(二十)甲", "han round", 20),
    ],
)
def test_chinese_numbers(text: str, style: str, value: int) -> None:
    found = marker.han_number(text)
    assert found is not None
    assert (found.style, found.value, text[found.end :]) == (style, value, "甲")


@pytest.mark.parametrize("text", ["一季度甲", "三大业务", "1、甲", "甲"])
def test_no_chinese_number(text: str) -> None:
    assert marker.han_number(text) is None


@pytest.mark.parametrize(
    ("text", "said"), [("投资者：甲", "甲"), ("投资者1：甲", "甲"), ("网友：甲", "甲"), ("公司：甲", None)]
)
def test_what_a_visitor_says(text: str, said: str | None) -> None:
    end = marker.spoken_question(text)
    assert (text[end:] if end else None) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("公司：甲", "甲"),
        ("董秘：甲", "甲"),
        ("李总：甲", "甲"),
        ("管理层：甲", "甲"),
        ("客户：甲", None),
        ("公司产品：甲", None),
    ],
)
def test_what_the_company_says(text: str, said: str | None) -> None:
    end = marker.spoken_answer(text)
    assert (text[end:] if end else None) == said


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


@pytest.mark.parametrize(
    "text",
    [
        "本次活动没有出现未公开重大信息泄露等情况。", "接待过程中，公司未涉及未公开重大信息。", "活动结束。",
        "会议到此结束，感谢各位。",
        "公司严格按照《信息披露管理制度》等规定，保证信息披露的真实、准确。", "同时已按要求签署调研《承诺书》。",
        "风险提示：以上内容不构成投资建议。",
        "本次调研活动结束。", "感谢各位投资者参加本次业绩说明会！", "以上前瞻性陈述不构成公司的实质承诺。", "★特别说明",
    ],
)  # fmt: skip
def test_what_closes(text: str) -> None:
    assert marker.closes(text)


@pytest.mark.parametrize(
    "text", ["公司订单充足。", "公司将持续提升盈利能力。", "新产线预计年底结束建设。", "感谢您的关注！"]
)
def test_what_does_not_close(text: str) -> None:
    assert not marker.closes(text)


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
