"""Ticked options: every tick, before and after its option, lost glyphs, notes after 其他, cells without boxes."""

import pytest

from extractors.fields.category import OPTIONS, parse
from tests.factory.lines import paragraphs, printed

FORM = ("特定对象调研", "分析师会议", "媒体采访", "业绩说明会", "新闻发布会", "路演活动", "现场参观", "其他")


def boxes(*ticked: str, tick: str = "☑", empty: str = "□", form: tuple[str, ...] = FORM) -> str:
    """A form's options with a box before each."""
    return " ".join(f"{tick if option in ticked else empty}{option}" for option in form)


@pytest.mark.parametrize("tick", [*"☑√✓✔■☒●", "☑ ", "√ "])
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
        ("（电话会议）", "电话会议"), ("(电话会议)", "电话会议"), ("：电话会议", "电话会议"),
        ("（线上交流会、电话会议）", "线上交流会、电话会议"), (" 电话会议", "电话会议"),
        ("（券商策略会）", "券商策略会"), ("（请文字说明其他活动内容）", None), ("（请文字说明）", None),
        ("（ ）", None), ("", None), ("（         ）", None),
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
        ("无", ()),
        ("不适用", ()),
        ("……", ()),
        ("/", ()),
    ],
)
def test_a_cell_without_boxes(text: str, ticked: tuple[str, ...]) -> None:
    assert parse(paragraphs(text)).ticked == ticked


def test_a_glyph_that_nobody_knows_is_reported() -> None:
    found = parse(paragraphs("\uf0ab特定对象调研 □分析师会议 □业绩说明会"))
    assert found.unknown == ("\uf0ab",)


@pytest.mark.parametrize(
    ("text", "ticked", "note"),
    [
        (
            "□特定对象调研 □分析师会议\n□媒体采访 ☑业绩说明会\n□新闻发布会 □路演活动\n□现场参观 □其他",
            ("业绩说明会",),
            None,
        ),
        (
            "√特定对象调研 □分析师会议\n□媒体采访 □业绩说明会\n□新闻发布会 □路演活动\n√现场参观 √其他（电话会议）",
            ("特定对象调研", "现场参观", "其他"),
            "电话会议",
        ),
        (
            "特定对象调研□ 分析师会议□\n媒体采访□ 业绩说明会√\n新闻发布会□ 路演活动□\n现场参观□ 其他□",
            ("业绩说明会",),
            None,
        ),
        (
            "■特定对象调研 □分析师会议 □媒体采访 □业绩说明会 □新闻发布会 ■路演活动 □现场参观 ■其他：线上会议",
            ("特定对象调研", "路演活动", "其他"),
            "线上会议",
        ),
        (
            "□特定对象调研 □分析师会议 □媒体采访 □业绩说明会 □新闻发布会 ☑路演活动 □现场参观 ☑电话会议 □其他（请文字说明其他活动内容）",
            ("路演活动", "电话会议"),
            None,
        ),
        (
            "☑特定对象调研 □分析师会议 □媒体采访 □业绩说明会 □新闻发布会 □路演活动 □现场参观 ☑其他 （券商策略会、线上交流）",
            ("特定对象调研", "其他"),
            "券商策略会、线上交流",
        ),
        ("☑特定对象调研 ☑专场机构交流会 □分析师会议 □其他", ("特定对象调研", "专场机构交流会"), None),
        (
            "□特定对象调研 □分析师会议 □媒体采访 □业绩说明会 □新闻发布会 □路演活动 □现场参观 ☑券商策略会 ☑反路演 □其他",
            ("券商策略会", "反路演"),
            None,
        ),
        ("□特定对象调研 ☑一对一沟通 □分析师会议 □电话会议 □其他", ("一对一沟通",), None),
        ("☐特定对象调研 ☐分析师会议 ☒业绩说明会 ☐其他", ("业绩说明会",), None),
        ("( )特定对象调研 (√)分析师会议 ( )媒体采访 ( )业绩说明会", ("分析师会议",), None),
        ("（√）特定对象调研 （ ）分析师会议 （ ）媒体采访 （ ）其他", ("特定对象调研",), None),
        ("业绩说明会", ("业绩说明会",), None),
        ("特定对象调研、现场参观", ("特定对象调研", "现场参观"), None),
        ("线上会议", ("线上会议",), None),
        (
            "□特定对象调研 □分析师会议\n□媒体采访 □业绩说明会\n□新闻发布会 □路演活动\n□现场参观\n☑其他（投资者集体接待日）",
            ("其他",),
            "投资者集体接待日",
        ),
        (
            "□特定对象调研 □分析师会议 □媒体采访 ☑业绩说明会（2023年度） □新闻发布会 □路演活动 □现场参观 □其他",
            ("业绩说明会",),
            None,
        ),
        (
            "☑特定对象调研（电话会议） □分析师会议 □媒体采访 □业绩说明会 □新闻发布会 □路演活动 □现场参观 □其他",
            ("特定对象调研",),
            None,
        ),
        (
            "□特定对象调研 □分析师会议 □媒体采访 □业绩说明会 □新闻发布会 □路演活动 □现场参观 ☑其他 投资者网上集体接待日活动",
            ("其他",),
            "投资者网上集体接待日活动",
        ),
        (
            "□特定对象调研 □分析师会议 □媒体采访 □业绩说明会 □新闻发布会 □路演活动 □现场参观 ☑其他_电话会议__",
            ("其他",),
            "电话会议",
        ),
        (
            "□特定对象调研 ☑分析师会议 □媒体采访 ☑业绩说明会 □新闻发布会 □路演活动 □现场参观 □其他（  ）",
            ("分析师会议", "业绩说明会"),
            None,
        ),
        ("[√]特定对象调研 [ ]分析师会议 [ ]媒体采访 [ ]业绩说明会", ("特定对象调研",), None),
        ("●特定对象调研 ○分析师会议 ○媒体采访 ○业绩说明会 ○其他", ("特定对象调研",), None),
        ("□特定对象调研 □分析师会议 □媒体采访 □业绩说明会 □新闻发布会 □路演活动 □现场参观 □其他", (), None),
        ("☑机构调研 □媒体采访 □业绩说明会 □其他", ("机构调研",), None),
        ("□特定对象调研√ □分析师会议 □媒体采访 □业绩说明会", ("特定对象调研",), None),
        ("☑投资者说明会 □业绩说明会 □媒体采访 □路演活动", ("投资者说明会",), None),
        ("√ 特定对象调研 分析师会议 媒体采访 业绩说明会 新闻发布会 路演活动 现场参观 其他", ("特定对象调研",), None),
        (
            "☑特定对象调研 □分析师会议 □媒体采访 □业绩说明会 □新闻发布会 □路演活动 ☑现场参观 ☑电话会议 ☑其他：策略会",
            ("特定对象调研", "现场参观", "电话会议", "其他"),
            "策略会",
        ),
        ("R特定对象调研 □分析师会议 □媒体采访 □业绩说明会", ("特定对象调研",), None),
        ("√业绩说明会 □特定对象调研 □其他：（请注明）", ("业绩说明会",), None),
        (
            "□特定对象调研 □分析师会议 □媒体采访 □业绩说明会 □新闻发布会 □路演活动 □现场参观 □线上交流会 ☑网络会议 □其他",
            ("网络会议",),
            None,
        ),
        (
            "☑特定对象调研\t□分析师会议\n□媒体采访\t□业绩说明会\n□新闻发布会\t□路演活动\n□现场参观\n□其他（请文字说明其他活动内容）",
            ("特定对象调研",),
            None,
        ),
        (
            "□特定对象调研 □分析师会议 □媒体采访 □业绩说明会 □新闻发布会 □路演活动 □现场参观 ☑其他：（投资者集体接待日）",
            ("其他",),
            "投资者集体接待日",
        ),
        (
            "□特定对象调研 □分析师会议 □媒体采访 □业绩说明会 □新闻发布会 □路演活动 □现场参观 ☑其他（请文字说明其他活动内容）：线上交流",
            ("其他",),
            "线上交流",
        ),
        (
            "☑特定对象调研 □分析师会议 □媒体采访 □业绩说明会 □新闻发布会 □路演活动 □现场参观 ☑其他（请文字说明其他活动内容） 电话会议",
            ("特定对象调研", "其他"),
            "电话会议",
        ),
        (
            "□ 特定对象调研 □ 分析师会议 □ 媒体采访 ☑ 业绩说明会 □ 新闻发布会 □ 路演活动 □ 现场参观 □ 其他",
            ("业绩说明会",),
            None,
        ),
        ("□特定对象调研□分析师会议□媒体采访☑业绩说明会□新闻发布会□路演活动□现场参观□其他", ("业绩说明会",), None),
        ("☑特定对象调研☑现场参观", ("特定对象调研", "现场参观"), None),
        ("☑ 线上电话会议  □ 现场参观  □ 其他", ("线上电话会议",), None),
        (
            "□特定对象调研 □分析师会议 □媒体采访 □业绩说明会 □新闻发布会 ☑路演活动（反路演） □现场参观 □其他",
            ("路演活动",),
            None,
        ),
        ("√特定对象调研（现场接待） □分析师会议 √电话会议 □其他", ("特定对象调研", "电话会议"), None),
        (
            "□特定对象调研 □分析师会议 □媒体采访 □业绩说明会 □新闻发布会 □路演活动 □现场参观 √其他 （2024年度深圳辖区上市公司投资者网上集体接待日）",
            ("其他",),
            "2024年度深圳辖区上市公司投资者网上集体接待日",
        ),
        ("其他（投资者网上集体接待日）", ("其他",), "投资者网上集体接待日"),
        ("√ 其他（网上说明会）", ("其他",), "网上说明会"),
        (
            "□特定对象调研 □分析师会议 □媒体采访 √业绩说明会 □新闻发布会 □路演活动 □现场参观 □其他 注：选中项请打√",
            ("业绩说明会",),
            None,
        ),
        (
            "☑特定对象调研 □分析师会议 □媒体采访 □业绩说明会 □新闻发布会 □路演活动 □现场参观 □一对一沟通 □其他（    ）",
            ("特定对象调研",),
            None,
        ),
        ("☑机构调研 ☑现场参观 □其他", ("机构调研", "现场参观"), None),
        ("□投资者关系活动 ☑股东大会 □其他", ("股东大会",), None),
        ("¨特定对象调研 ¨分析师会议 þ业绩说明会 ¨其他", ("业绩说明会",), None),
        ("£特定对象调研 £分析师会议 R业绩说明会 £其他", ("业绩说明会",), None),
        (
            "□特定对象调研 □分析师会议 □媒体采访 □业绩说明会 □新闻发布会 □路演活动 □现场参观 ☑其他（电话会议、策略会）",
            ("其他",),
            "电话会议、策略会",
        ),
        (
            "□特定对象调研 □分析师会议 □媒体采访 □业绩说明会 □新闻发布会 □路演活动 □现场参观 ☑其他（2024 年半年度业绩交流会）",
            ("其他",),
            "2024 年半年度业绩交流会",
        ),
    ],
)
def test_as_companies_of_all_exchanges_fill_it_in(text: str, ticked: tuple[str, ...], note: str | None) -> None:
    found = parse(paragraphs(*text.split("\n")))
    assert (found.ticked, found.note) == (ticked, note)


@pytest.mark.parametrize(
    ("text", "ticked", "unknown"),
    [
        ("□媒体采访 ☑现场参观 □其他", ("现场参观",), ()),
        ("□媒体采访 现场参观 □其他", (), ("⍰",)),
        ("媒体采访 □现场参观 □其他", (), ("⍰",)),
        ("□媒体采访 ⍰现场参观 □其他", (), ("⍰",)),
        ("口媒体采访 ☑现场参观 囗其他", ("现场参观",), ()),
    ],
)
def test_in_a_picture_a_missing_box_says_nothing(text: str, ticked: tuple[str, ...], unknown: tuple[str, ...]) -> None:
    found = parse(paragraphs(text), is_picture=True)
    assert (found.ticked, found.unknown) == (ticked, unknown)


@pytest.mark.parametrize(
    ("text", "ticked"),
    [
        ("特定对象调研√ 分析师会议 媒体采访 现场参观 其他", ("特定对象调研",)),
        ("特定对象调研 分析师会议 业绩说明会√ 现场参观√ 其他", ("业绩说明会", "现场参观")),
        ("特定对象调研√ 分析师会议 其他√：电话会议", ("特定对象调研", "其他")),
        ("特定对象调研 √分析师会议 媒体采访 现场参观 其他", ("分析师会议",)),
        ("√特定对象调研 分析师会议 √现场参观 其他", ("特定对象调研", "现场参观")),
    ],
)
def test_ticks_without_empty_boxes_belong_to_the_word_they_touch(text: str, ticked: tuple[str, ...]) -> None:
    assert parse(paragraphs(text)).ticked == ticked


@pytest.mark.parametrize(
    ("text", "ticked"),
    [
        ("现场接待、电话会议", ("现场接待", "电话会议")),
        ("实地调研、线上交流", ("实地调研", "线上交流")),
        ("线上交流", ("线上交流",)),
        ("实地走访、参观", ("实地走访、参观",)),
    ],
)
def test_a_cell_without_boxes_lists_ways_of_meeting(text: str, ticked: tuple[str, ...]) -> None:
    assert parse(paragraphs(text)).ticked == ticked
