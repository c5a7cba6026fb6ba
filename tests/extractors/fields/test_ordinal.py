"""Running numbers and the Chinese numbers of sections: every form seen, and what looks like one."""

import pytest

from extractors.fields import ordinal


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
    found = ordinal.number(text)
    assert found is not None
    assert (found.style, found.value, text[found.end :]) == (style, value, rest)


@pytest.mark.parametrize(
    "text", ["0.63 元，同比增长", "1.5 亿元", "2024年", "公司概况", "3.14%", "第1、2点", "2000、2001年"]
)
def test_no_running_number(text: str) -> None:
    assert ordinal.number(text) is None


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
    heading = ordinal.heading(text)
    assert (heading and heading.value) == value


@pytest.mark.parametrize("text", ["一、公司介绍", "第二部分", "（三）互动", "十一．其他", "第三环节 提问"])
def test_a_heading_s_number_is_found(text: str) -> None:
    assert ordinal.heading_end(text)


@pytest.mark.parametrize("text", ["公司介绍", "1、公司介绍", "一季度收入", "第二季度", "三大业务"])
def test_other_lines_have_no_heading_s_number(text: str) -> None:
    assert ordinal.heading_end(text) is None


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
    found = ordinal.han_number(text)
    assert found is not None
    assert (found.style, found.value, text[found.end :]) == (style, value, "甲")


@pytest.mark.parametrize("text", ["一季度甲", "三大业务", "1、甲", "甲"])
def test_no_chinese_number(text: str) -> None:
    assert ordinal.han_number(text) is None


@pytest.mark.parametrize(
    ("text", "value", "rest"), [("NO.1 甲", 1, "甲"), ("No．12：甲", 12, "甲"), ("№3、甲", 3, "甲")]
)
def test_numbers_behind_their_sign(text: str, value: int, rest: str) -> None:
    found = ordinal.number(text)
    assert found is not None
    assert (found.value, text[found.end :]) == (value, rest)


@pytest.mark.parametrize(("text", "style"), [("（二）甲", "han round"), ("第二部分 甲", "part"), ("二、甲", "han")])
def test_the_style_of_a_heading(text: str, style: str) -> None:
    found = ordinal.heading(text)
    assert found is not None
    assert (found.style, found.value) == (style, 2)


@pytest.mark.parametrize(("text", "end"), [("●甲", 1), ("——甲", 2), ("b）甲", 2), ("A、B 甲", 0), ("甲", 0)])
def test_bullets(text: str, end: int) -> None:
    assert ordinal.bullet_end(text) == end


@pytest.mark.parametrize(("text", "value"), [("1 公司", 1), ("12　公司", 12), ("1 2", None), ("2024 公司", None)])
def test_digits_before_a_blank(text: str, value: int | None) -> None:
    found = ordinal.bare_number(text)
    assert (found.value if found else None) == value


def test_a_number_follows_one_of_its_style() -> None:
    one, two, round_two = (ordinal.number(text) for text in ("1、甲", "2、乙", "（2）乙"))
    assert one
    assert two
    assert round_two
    assert (two.follows(one), round_two.follows(one), one.follows(two)) == (True, False, False)
