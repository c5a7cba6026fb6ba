"""Cases of 投资者关系活动主要内容介绍: how questions and answers are marked."""

from __future__ import annotations

from collections.abc import Iterator

from sample.maker.sheet import Block, bold
from tests.golden.maker.case import CONTENT, Case, qa, record
from tests.golden.maker.templates import YUNHE

_ASKED = (
    "公司柔性产线的竞争优势体现在哪里？",
    "一季度的产能利用率大概是多少？",
    "原材料价格上涨对毛利率有什么影响？",
)
_TOLD = (
    "柔性产线采用自研的数控系统与模块化设计，交付周期比行业平均水平短三成左右，客户换型时不必更换主机，这是公司近年来份额提升的主要原因。",
    "一季度产能利用率在九成以上，二期厂房投产后会有所回落，预计全年保持在八成五左右的合理水平。",
    "铸件与导轨的价格有所上涨，公司通过集中采购和年度锁价消化了大部分影响，目前毛利率总体平稳。",
)
_PAIRS = tuple(zip(_ASKED, _TOLD, strict=True))
_HAN = "一二三"

_MARKS = (  # name, what stands before a question and before its answer; {} is its number, {h} the Chinese one
    ("marked_q_colon_a_colon", "Q：", "A："),
    ("marked_q_half_width_colons", "Q:", "A:"),
    ("marked_number_and_da", "{}、", "答："),
    ("marked_q1_comma_a_colon", "Q{}、", "A："),
    ("marked_q1_colon_a1_colon", "Q{}：", "A{}："),
    ("marked_number_dot_and_da", "{}.", "答："),
    ("marked_number_wen_and_da", "{}、问：", "答："),
    ("marked_number_and_huifu", "{}、", "回复："),
    ("marked_number_and_gongsi_huifu", "{}、", "公司回复："),
    ("marked_q1_colon_a_colon", "Q{}：", "A："),
    ("marked_q1_dot_a_colon", "Q{}.", "A："),
    ("marked_q1_dot_a1_colon", "Q{}. ", "A{}："),
    ("marked_wenti_1_and_da", "问题{}：", "答："),
    ("marked_wen_and_da", "问：", "答："),
    ("marked_round_number_and_da", "（{}）", "答："),
    ("marked_wenti_1_and_huida", "问题{}：", "回答："),
    ("marked_wenti_1_and_huifu", "问题{}：", "回复："),
    ("marked_number_dot_and_huifu", "{}.", "回复："),
    ("marked_number_dot_and_a_colon", "{}.", "A："),
    ("marked_q1_and_a_blank", "Q{} ", "A："),
    ("marked_ring_number_and_da", "{ring}", "答："),
    ("marked_tiwen_and_huida", "提问：", "回答："),
    ("marked_tiwen_1_and_huifu_1", "提问{}：", "回复{}："),
    ("marked_chinese_number_and_da", "{h}、", "答："),
    ("marked_wenti_1_comma_and_gongsi_huifu", "问题 {}、", "公司回复:"),
    ("marked_wenti_in_brackets", "【问题{}】", "【回答】"),
    ("marked_wen_in_brackets", "【问】", "【答】"),
    ("marked_wen_1_and_da_1", "问{}：", "答{}："),
    ("marked_touzizhe_tiwen", "投资者提问：", "公司回复："),
    ("marked_number_and_guanliceng_huida", "{}、", "管理层回答："),
    ("marked_question_and_answer", "Question {}: ", "Answer: "),
)  # fmt: skip

_UNANSWERED = (  # only questions are marked
    ("answers_unmarked_behind_bold_numbers", "{}、", True),
    ("answers_unmarked_behind_bold_dots", "{}.", True),
    ("answers_unmarked_behind_bold_questions", "", True),
    ("answers_unmarked_behind_q1", "Q{}：", False),
    ("answers_unmarked_behind_wenti", "问题{}：", False),
    ("answers_unmarked_behind_plain_numbers", "{}、", False),
    ("answers_unmarked_behind_bold_chinese_numbers", "{h}、", True),
)


def cases() -> Iterator[Case]:
    """The cases of this group."""
    for name, asked, told in _MARKS:
        yield _case(name, _lines(asked, told))
    for name, asked, is_bold in _UNANSWERED:
        yield _case(name, _lines(asked, "", is_bold=is_bold))
    run_on = tuple(f"{n}、{question}答：{answer}" for n, (question, answer) in enumerate(_PAIRS, 1))
    yield _case("question_and_answer_on_one_line", run_on)
    run_on = tuple(f"Q{n}：{question}A{n}：{answer}" for n, (question, answer) in enumerate(_PAIRS, 1))
    yield _case("question_and_answer_on_one_line_of_letters", run_on)
    lines = _lines("{}、", "答：", is_bold=True)
    yield _case("questions_bold_and_answers_marked", lines)
    mixed = [line for n, pair in enumerate(_PAIRS, 1) for line in (f"{n}{'、：.'[n - 1]}{pair[0]}", f"答：{pair[1]}")]
    yield _case("numbers_with_marks_that_change", mixed)
    first = [_ASKED[0], f"答：{_TOLD[0]}", f"问：{_ASKED[1]}", f"答：{_TOLD[1]}", f"问：{_ASKED[2]}", f"答：{_TOLD[2]}"]
    yield _case("first_question_unmarked", first)
    again = (*_PAIRS, _PAIRS[0])
    yield _case("one_question_twice", [line for pair in again for line in (f"问：{pair[0]}", f"答：{pair[1]}")], again)
    yield _case("marks_in_full_width_letters", _lines("Ｑ：", "Ａ："))
    yield _case("marks_with_blanks_inside", _lines("Q {} ：", "A {} ："))


def _lines(asked: str, told: str, *, is_bold: bool = False) -> list[str | Block]:
    done: list[str | Block] = []
    for n, (question, answer) in enumerate(_PAIRS, 1):
        names = {"h": _HAN[n - 1], "ring": "①②③"[n - 1]}
        text = asked.format(n, **names) + question
        done += [bold(text) if is_bold else text, told.format(n, **names) + answer]
    return done


def _case(name: str, lines: list[str | Block] | tuple[str, ...], pairs: tuple[tuple[str, str], ...] = _PAIRS) -> Case:
    return record(name, YUNHE, {CONTENT: lines}, {"qa": qa(*pairs)})
