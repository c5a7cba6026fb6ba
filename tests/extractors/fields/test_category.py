"""Ticked options: every tick, before and after its option, lost glyphs, notes after 其他, cells without boxes."""

import pytest

from extractors.fields.category import OPTIONS, parse
from tests.factory.lines import paragraphs, printed

FORM = ("特定对象调研", "分析师会议", "媒体采访", "业绩说明会", "新闻发布会", "路演活动", "现场参观", "其他")


def boxes(*ticked: str, tick: str = "☑", empty: str = "□", form: tuple[str, ...] = FORM) -> str:
    """A form's options with a box before each."""
    return " ".join(f"{tick if option in ticked else empty}{option}" for option in form)


@pytest.mark.parametrize("tick", list("☑√✓✔■☒●") + ["☑ ", "√ "])
@pytest.mark.parametrize("empty", ["□", "☐", "○", "□ "])
def test_a_box_before_its_option(tick: str, empty: str) -> None:
    found = parse(paragraphs(boxes("特定对象调研", "现场参观", tick=tick, empty=empty)))
    assert (found.ticked, found.note, found.unknown) == (("特定对象调研", "现场参观"), None, ())


@pytest.mark.parametrize("option", FORM)
def test_each_option_by_itself(option: str) -> None:
    assert parse(paragraphs(boxes(option))).ticked == (option,)


def test_all_options_and_none() -> None:
    assert parse(paragraphs(boxes(*FORM))).ticked == FORM
    assert parse(paragraphs(boxes())).ticked == ()


@pytest.mark.parametrize("tick", ["☑", "√", "■"])
def test_a_box_behind_its_option(tick: str) -> None:
    text = " ".join(f"{option}{tick if option == '业绩说明会' else '□'}" for option in FORM)
    assert parse(paragraphs(text)).ticked == ("业绩说明会",)


@pytest.mark.parametrize("tick", ["X", "x", "Ｘ", "×"])
def test_a_cross_is_a_tick(tick: str) -> None:
    assert parse(paragraphs(boxes("路演活动", tick=tick))).ticked == ("路演活动",)


def test_a_tick_beside_the_empty_box_of_its_option() -> None:
    assert parse(paragraphs("□特定对象调研 □分析师会议", "√□业绩说明会 □路演活动")).ticked == ("业绩说明会",)
    assert parse(paragraphs("□特定对象调研 □分析师会议", "□√业绩说明会 □路演活动")).ticked == ("业绩说明会",)


def test_only_a_tick_and_no_empty_boxes() -> None:
    assert parse(paragraphs("√业绩说明会")).ticked == ("业绩说明会",)
    assert parse(paragraphs("特定对象调研√")).ticked == ("特定对象调研",)


def test_an_option_whose_glyph_was_lost_is_the_ticked_one() -> None:
    assert parse(paragraphs("特定对象调研 □分析师会议 □媒体采访 □业绩说明会")).ticked == ("特定对象调研",)
    assert parse(paragraphs("□特定对象调研 □分析师会议 业绩说明会 □路演活动")).ticked == ("业绩说明会",)


def test_an_option_wrapped_inside_a_word() -> None:
    assert parse(printed("□特定对象调研 □分析师会议 ☑业绩说", "明会 □路演活动")).ticked == ("业绩说明会",)


def test_options_with_blanks_between_their_characters() -> None:
    assert parse(paragraphs("☑ 特 定 对 象 调 研 □ 分 析 师 会 议")).ticked == ("特定对象调研",)


@pytest.mark.parametrize(
    ("text", "ticked"),
    [
        ("☑专场机构交流会 □业绩说明会", ("专场机构交流会",)),
        ("□特定对象调研 √券商策略会", ("券商策略会",)),
        ("☑一对一沟通 □电话会议", ("一对一沟通",)),
        ("□一对一沟通 ☑电话会议", ("电话会议",)),
        ("☑投资者接待日活动 □其他", ("投资者接待日活动",)),
    ],
)
def test_options_of_other_forms_stand_as_printed(text: str, ticked: tuple[str, ...]) -> None:
    assert parse(paragraphs(text)).ticked == ticked


@pytest.mark.parametrize(
    ("printed_note", "note"),
    [
        ("（电话会议）", "电话会议"), ("(电话会议)", "电话会议"), ("：电话会议", "电话会议"), ("（线上交流会、电话会议）", "线上交流会、电话会议"), (" 电话会议", "电话会议"),
        ("（券商策略会）", "券商策略会"), ("（请文字说明其他活动内容）", None), ("（请文字说明）", None), ("（ ）", None), ("", None), ("（         ）", None),
        ("____", None), ("：", None), ("（投资者集体接待日（网上））", "投资者集体接待日（网上）"),
    ],
)  # fmt: skip
def test_what_is_written_after_other(printed_note: str, note: str | None) -> None:
    found = parse(paragraphs(boxes("其他") + printed_note))
    assert (found.ticked, found.note) == (("其他",), note)


def test_a_call_noted_after_other_is_no_option_of_its_own() -> None:
    assert parse(paragraphs("□特定对象调研 ☑其他（电话会议）")).ticked == ("其他",)
    assert parse(paragraphs("☑特定对象调研 □其他（电话会议、现场参观）")).ticked == ("特定对象调研",)


@pytest.mark.parametrize(
    ("text", "ticked"),
    [
        ("业绩说明会", ("业绩说明会",)),
        ("特定对象调研、现场参观", ("特定对象调研", "现场参观")),
        (" ".join(OPTIONS), ()),
        ("", ()),
        ("投资者网上集体接待日", ("投资者网上集体接待日",)),
    ],
)
def test_a_cell_without_boxes(text: str, ticked: tuple[str, ...]) -> None:
    assert parse(paragraphs(text)).ticked == ticked


def test_a_glyph_that_nobody_knows_is_reported() -> None:
    found = parse(paragraphs("\uf0ab特定对象调研 □分析师会议 □业绩说明会"))
    assert found.unknown == ("\uf0ab",)
