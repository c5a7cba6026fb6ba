"""Whole cells in the styles of many companies, each in five layouts; and laws over cells of any style."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.fields.boundary import spans
from extractors.fields.passage import passage
from extractors.fields.question import parse
from extractors.readers.form import Cell
from tests.factory.cells import Made, as_page, as_paragraphs, cells

MADE = [one for path in sorted(Path(__file__).parent.glob("cells/*.txt")) for one in cells(path)]
LAYOUTS: dict[str, Callable[[Made], Cell]] = {
    "paragraphs": as_paragraphs,
    "narrow": lambda made: as_page(made, 180),
    "wide": lambda made: as_page(made, 360),
    "indented": lambda made: as_page(made, 432, indent=2),
    "over pages": lambda made: as_page(made, 300, per_page=4),
}
HAN = re.compile("[㐀-鿿]")
PIECES = (
    "公司订单充足。", "毛利率如何？", "请介绍海外业务。", "答：", "问：", "Q1：", "A1：", "Q2 ", "A ", "1、", "2、", "（1）", "①", "一、", "（二）",
    "主持人：", "董事长张立：", "投资者A：", "公司：", "回复：", "问题1：", "【问】", "【答】", "感谢各位投资者参与本次业绩说明会。", "活动结束。",
    "尊敬的投资者，您好！", "风险提示：", "0.63 元，", "2024年", "没有出现未公开重大信息泄露等情况。", "无", "第二场：2024年5月9日",
    "公司回应如下：", "●", "a、", "\t", "公司", "问题", "回", "答", "？", "。", "，",
)  # fmt: skip
made_up = st.builds(
    lambda paragraphs: Made("", tuple(("".join(pieces), bold) for pieces, bold in paragraphs), (), ""),
    st.lists(st.tuples(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), st.booleans()), max_size=12),
)


def squashed(text: str) -> str:
    return "".join(text.split())


def test_there_are_many_cells() -> None:
    assert len(MADE) >= 120


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("made", MADE, ids=lambda made: made.name)
def test_a_cell_is_read_as_a_reader_would(made: Made, layout: str) -> None:
    found = parse(LAYOUTS[layout](made))
    pairs = tuple((squashed(pair.question), squashed(pair.answer)) for pair in found.pairs)
    assert pairs == made.pairs
    assert squashed(found.narrative or "") == made.narrative


@settings(max_examples=300, deadline=None)
@given(made_up, st.sampled_from(sorted(LAYOUTS)))
def test_no_character_is_lost_but_those_of_marks(made: Made, layout: str) -> None:
    lines = LAYOUTS[layout](made)
    found, whole = parse(lines), passage(lines)
    kept = Counter(HAN.findall("".join(pair.question + pair.answer for pair in found.pairs) + (found.narrative or "")))
    printed = Counter(HAN.findall("".join(line.text for line in lines)))
    marks: Counter[str] = Counter()
    for span in spans(whole):
        if whole.joined(whole.part(span.start, span.answer, span.question_mark)):
            marks += Counter(HAN.findall(whole.lines[span.start].text[: span.question_mark]))
            marks += Counter(HAN.findall(whole.lines[span.answer].text[: span.answer_mark]) if span.answer_mark else "")
    assert printed - kept == marks
    assert kept - printed == Counter()


@settings(max_examples=100, deadline=None)
@given(made_up, st.sampled_from(sorted(LAYOUTS)))
def test_pairs_stand_in_order_and_apart(made: Made, layout: str) -> None:
    found = spans(passage(LAYOUTS[layout](made)))
    places = [place for span in found for place in (span.start, span.answer, span.end)]
    assert places == sorted(places)
