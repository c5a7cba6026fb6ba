"""Cases of 投资者关系活动类别: marks of every font, lost ones, options that the form does not have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sample.maker.lines import Printed, printed
from sample.maker.marks import Mark, Text
from tests.golden.maker.case import CATEGORY, Case, record
from tests.golden.maker.templates import JINGLAN, TONGHAI, YUNHE, boxes

_VISIT = {"categories": ["现场参观"], "category_note": None}


def cases() -> Iterator[Case]:
    """The cases of this group."""
    yield from _marks()
    yield from _lost()
    yield from _options()


def _marks() -> Iterator[Case]:
    for name, tick, empty in (
        ("tick_f052_of_wingdings_2", "\uf052", "\uf0a3"),
        ("tick_f0fe_of_wingdings", "\uf0fe", "\uf0a8"),
        ("tick_f050_of_wingdings_2", "\uf050", "\uf0a3"),
        ("tick_f0a2_of_wingdings_2", "\uf0a2", "\uf0a3"),
        ("tick_f0fc_of_wingdings", "\uf0fc", "\uf06f"),
        ("tick_u2611", "☑", "□"),
        ("tick_filled_square", "■", "□"),
        ("tick_u2611_beside_u2610", "☑", "☐"),
    ):
        yield record(name, YUNHE, {CATEGORY: boxes("现场参观", tick=tick, empty=empty)}, _VISIT)
    yield record("tick_letter_x", YUNHE, {CATEGORY: boxes("现场参观", tick="X")}, _VISIT)
    yield record("tick_for_each_of_five", JINGLAN, {CATEGORY: boxes("特定对象调研", "分析师会议", "业绩说明会", "路演活动", "现场参观")},
                 {"categories": ["特定对象调研", "分析师会议", "业绩说明会", "路演活动", "现场参观"]})  # fmt: skip
    behind = ("特定对象调研□  分析师会议□", "媒体采访□  业绩说明会√", "新闻发布会□  路演活动□", "现场参观□  其他□")
    yield record("boxes_behind_their_options", JINGLAN, {CATEGORY: behind})


def _lost() -> Iterator[Case]:
    """Marks that stand elsewhere, or were lost with their font."""
    yield record(
        "tick_on_another_baseline", JINGLAN, change=lambda pages: [list(_sunk(marks)) for marks in pages]
    )  # fmt: skip
    without = tuple(line.replace("☑", "") for line in boxes("业绩说明会", tick="☑"))
    yield record("tick_lost_beside_empty_boxes", JINGLAN, {CATEGORY: without})
    bare = tuple(line.replace("□", "").replace("√", "") for line in boxes())
    yield record("all_marks_lost", YUNHE, {CATEGORY: bare}, {"categories": [], "unread": ["NoTick category"]})
    yield record("nothing_ticked", YUNHE, {CATEGORY: boxes()}, {"categories": [], "unread": ["NoTick category"]})
    yield record(
        "mark_that_nobody_knows", YUNHE,
        {CATEGORY: boxes("现场参观", tick="\uf0ab")},
        {"categories": ["现场参观"], "unread": ["UnknownTick category"]},
    )  # fmt: skip


def _sunk(marks: list[Mark]) -> Iterator[Mark]:
    """The marks with each ☑ of another font drawn after its line, on a lower baseline."""
    for mark in marks:
        if not isinstance(mark, Text) or not any("☑" in text for _, text, _ in mark.line.parts):
            yield mark
            continue
        x, ticks = mark.x, []
        for part in mark.line.parts:
            line = printed(part[1], 0, mark.line.size)
            here = Text(x, mark.y, Printed((part,), mark.line.size, line.width))
            if "☑" in part[1]:
                ticks.append(replace(here, y=mark.y + 3.0))
            else:
                yield here
            x += line.width
        yield from ticks


def _options() -> Iterator[Case]:
    """Options of the form and others, notes, and cells without boxes."""
    yield record(
        "option_wrapped_inside_a_word", JINGLAN,
        {CATEGORY: ("□特定对象调研        □分析师会议        □媒体采访        ☑业绩说明会  □新闻发布会  □路演活动  □现场参观  □其他",)},
        look="wps",
    )  # fmt: skip
    more = (
        "□特定对象调研  □分析师会议",
        "□媒体采访  □业绩说明会",
        "□新闻发布会  □路演活动",
        "√专场机构交流会  □现场参观",
        "□其他",
    )
    yield record("option_that_one_company_adds", YUNHE, {CATEGORY: more}, {"categories": ["专场机构交流会"]})
    more = (
        "□特定对象调研  □分析师会议",
        "□媒体采访  □业绩说明会",
        "□新闻发布会  □路演活动",
        "□现场参观  √一对一沟通",
        "√电话会议  □其他",
    )
    yield record("options_of_talks_and_calls", YUNHE, {CATEGORY: more}, {"categories": ["一对一沟通", "电话会议"]})
    noted = {"categories": ["其他"], "category_note": "电话会议"}
    yield record("other_with_a_note_in_brackets", TONGHAI, {CATEGORY: boxes("其他", other="其他（电话会议）")}, noted)
    yield record("other_with_a_note_behind_a_blank", TONGHAI, {CATEGORY: boxes("其他", other="其他  策略会")},
                 {"categories": ["其他"], "category_note": "策略会"})  # fmt: skip
    placeholder = boxes("路演活动", other="其他（请文字说明其他活动内容）")
    yield record("other_with_the_placeholder", TONGHAI, {CATEGORY: placeholder}, {"categories": ["路演活动"]})
    placeholder = boxes("其他", other="其他（请文字说明其他活动内容）：线上交流会")
    yield record("other_with_a_note_behind_the_placeholder", TONGHAI, {CATEGORY: placeholder},
                 {"categories": ["其他"], "category_note": "线上交流会"})  # fmt: skip
    yield record("one_option_without_boxes", JINGLAN, {CATEGORY: ("业绩说明会",)})
