"""Running text from printed lines: folding, blanks of the layout, joining, paragraphs, flows and fingerprints."""

import pytest

from extractors.fields import text
from extractors.fields.text import SOFT
from extractors.readers.form import Line
from tests.factory.lines import bold, paragraphs, printed, wrapped


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("⽴讯⼀⼆", "立讯一二"), ("⻓⻄", "长西"), ("豈更", "豈更"), ("（，。：）", "（，。：）"), ("ＡＢ", "ＡＢ"),
        ("a\xa0b", "a b"),
        ("a\u200bb\ufeff", "ab"), ("\uf052", "\uf052"), ("", ""),
    ],
)  # fmt: skip
def test_radicals_are_folded_and_full_width_stays(raw: str, folded: str) -> None:
    assert text.fold(raw) == folded


@pytest.mark.parametrize(
    ("raw", "tidied"),
    [
        ("产 品 在 内", "产品在内"), ("AI 应 用", "AI 应用"), ("使用 AI 与 GPU", "使用 AI 与 GPU"),
        ("增长 ，主要", "增长，主要"), ("（ 一 ）", "（一）"),
        ("约 5 亿元", "约 5 亿元"), ("  首尾  ", "首尾"), ("a  b", "a b"), ("全\u3000角", "全角"), ("\t制\t表", "制表"),
    ],
)  # fmt: skip
def test_blanks_of_the_layout_go_and_blanks_of_latin_words_stay(raw: str, tidied: str) -> None:
    assert text.tidy(raw) == tidied


@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        (["公司主营", "业务"], "公司主营业务"), (["Fiction Capital", "Advisors"], "Fiction Capital Advisors"),
        (["使用 AI", "技术"], "使用 AI技术"),
        (["收入 5", "亿元"], "收入 5亿元"), (["Fiction,", "Ltd."], "Fiction, Ltd."), ([" 首 ", " 尾 "], "首尾"),
        ([], ""), (["", "甲"], "甲"),
    ],
)  # fmt: skip
def test_lines_of_a_paragraph_are_joined(parts: list[str], joined: str) -> None:
    assert text.join(parts) == joined


def test_running_and_flat_text() -> None:
    lines = wrapped("公司主营业务为虚构产品，" * 4, "第二段")
    assert text.running(lines) == "公司主营业务为虚构产品，" * 4 + "\n第二段"
    assert text.flat(lines) == "公司主营业务为虚构产品，" * 4 + "第二段"
    assert (text.running(()), text.flat(())) == ("", "")


@pytest.mark.parametrize(
    ("start", "end", "cut", "emphasis"),
    [(0, None, "问题如何", 4), (2, None, "如何", 2), (0, 2, "问题", 2), (4, None, "", 0)],
)
def test_a_cut_line_keeps_its_place_and_emphasis(start: int, end: int | None, cut: str, emphasis: int) -> None:
    line = bold("问题如何")
    found = text.cut(line, start, end)
    assert (found.text, found.bold, found.box, found.is_paragraph) == (cut, emphasis, line.box, True)


def test_a_partly_emphasised_line_is_cut_to_its_part() -> None:
    line = Line(text="问题如何答案", bold=4)
    assert (text.cut(line, 4).bold, text.cut(line, 0, 4).is_bold) == (0, True)


def test_a_flow_knows_the_lines_of_its_text() -> None:
    lines = printed("虚构证券：张明远、李" + "一" * 20, "琦", "虚构基金：王诚")
    flow = text.flow(lines)
    assert flow.text == "虚构证券：张明远、李" + "一" * 20 + SOFT + "琦\n虚构基金：王诚"
    assert flow.between(flow.text.index("琦"), flow.text.index("基")) == lines[1:]
    assert flow.between(0, 2) == lines[:1]
    assert len(flow.owners) == len(flow.text)


@pytest.mark.parametrize(
    ("lines", "flowing"),
    [
        (("甲 ， 乙",), "甲，乙"),
        (("甲\t乙",), "甲 乙"),
        (("甲  乙",), "甲  乙"),
        (("（ 甲 ）",), "（甲）"),
        ((), ""),
        (("甲", "乙"), "甲\n乙"),
    ],
)
def test_a_flow_keeps_blanks_between_names_alone(lines: tuple[str, ...], flowing: str) -> None:
    flow = text.flow(paragraphs(*lines))
    assert (flow.text, len(flow.owners)) == (flowing, len(flowing))


def test_cells_side_by_side() -> None:
    one, two, three = paragraphs("董事长", "李琦", "总经理")
    assert text.beside((((one,), (two,)), ((three,),))) == "董事长 李琦\n总经理"
    assert text.beside((((one, two),), ((three,),))) == "董事长\n李琦\n总经理"
    assert text.beside(()) == ""


def test_a_fingerprint_tells_words_and_not_layout() -> None:
    one = text.fingerprint(printed("公司主营 业务，A1", "产品。"))
    assert one == text.fingerprint(paragraphs("公司主营业务：A1产品"))
    assert one != text.fingerprint(paragraphs("公司主营业务：A2产品"))
    assert len(one) == 64
