"""Cells of the form: check boxes, participants and hosts in the ways that records print them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from sample.maker.content import Activity, pair
from sample.maker.sheet import Block, Grid, Para

_EMPTY = {"√": "□", "☑": "□", "■": "□", "\uf052": "\uf0a3", "\uf0fe": "\uf0a8"}
_TWO = ("特定对象调研", "分析师会议", "媒体采访", "业绩说明会", "新闻发布会", "路演活动", "现场参观", "其他")
_SUMMARY = (
    "特定对象调研",
    "分析师会议",
    "媒体采访",
    "业绩说明会",
    "新闻发布会",
    "路演活动",
    "专场机构交流会",
    "现场参观",
    "其他",
)
_HAN_WIDTH = 9  # characters between the starts of two columns of boxes


def category(activity: Activity) -> Iterator[Block]:
    """The check boxes in two columns; a plain word where the form has none."""
    if activity.form == "sse_briefing":
        yield Para(text="、".join(activity.ticked))
        return
    options = _SUMMARY if activity.form == "sse_summary" else _TWO
    boxed = [_boxed(option, activity) for option in options]
    if activity.form == "bse_text":
        yield from (Para(text=text, indent=2.0) for text in boxed)
        return
    for group in _twos(boxed):
        first, *more = group
        gap = " " * (4 * max(2, _HAN_WIDTH - len(first)))
        yield Para(text=gap.join([first, *more]))


def _twos(texts: list[str]) -> Iterator[tuple[str, ...]]:
    """The texts two by two."""
    for one, other in zip_longest(texts[::2], texts[1::2]):
        yield (one, other) if other is not None else (one,)


def _boxed(option: str, activity: Activity) -> str:
    mark = activity.tick if option in activity.ticked else _EMPTY[activity.tick]
    if option != "其他":
        return mark + option
    placeholder = "（请文字说明其他活动内容）" if activity.form == "szse" else ""
    return f"{mark}其他（{activity.note}）" if activity.note else f"{mark}其他{placeholder}"


def participants(activity: Activity) -> Iterator[Block]:
    """The participants in the record's way."""
    entries = [pair(entry) for entry in activity.participants]
    people = activity.people
    if activity.described:
        yield Para(text=activity.described)
    elif people == "lines":
        yield from (
            Para(text=" ".join(filter(None, [house or "个人投资者", "、".join(names)]))) for house, names in entries
        )
        if activity.tail:
            yield Para(text=activity.tail)
    elif people == "cells":
        left, right = zip(*((house or "", "、".join(names)) for house, names in entries), strict=True)
        yield Grid(rows=(("\n".join(left), "\n".join(right)),), shares=(0.5, 0.5), ruled="column")
    elif people == "nested":
        rows = tuple((house or "", "、".join(names)) for house, names in entries)
        yield Grid(rows=(("机构名称", "人员姓名"), *rows), shares=(0.55, 0.45))
    elif people == "columns":
        yield from (Para(text=row) for row in _columned([house or "" for house, _ in entries]))
    else:
        yield Para(text=_inline(people, entries) + activity.tail)


def _columned(houses: list[str]) -> Iterator[str]:
    """Institutions in two columns of text."""
    for group in _twos(houses):
        first, *more = group
        yield (" " * (4 * (12 - len(first)))).join([first, *more])


def _inline(people: str, entries: list[tuple[str | None, tuple[str, ...]]]) -> str:
    if people == "blank":
        return "、".join(" ".join(filter(None, [house, *names])) for house, names in entries)
    if people == "blank_semicolon":
        return "；".join(f"{house} {'、'.join(names)}" if names else str(house) for house, names in entries)
    if people == "orgs":
        return "、".join(house or names[0] for house, names in entries)
    return "；".join(f"{house}：{'、'.join(names)}" if names else str(house) for house, names in entries)


def roster(activity: Activity) -> Iterator[Block]:
    """The annex with the list of participants, behind the form."""
    entries = [pair(entry) for entry in activity.participants]
    yield Para(text="")
    yield Para(text=activity.attachments or "附件：参会机构名单", bold=40)
    if any(names for _, names in entries):
        named = tuple((str(n), house or "", "、".join(names)) for n, (house, names) in enumerate(entries, 1))
        yield Grid(rows=(("序号", "机构名称", "人员姓名"), *named), shares=(0.14, 0.5, 0.36))
    else:
        houses = tuple((str(n), house or "") for n, (house, _) in enumerate(entries, 1))
        yield Grid(rows=(("序号", "参会单位名称"), *houses), shares=(0.18, 0.82))


def hosts(activity: Activity) -> Iterator[Block]:
    """The hosts, a line each or run together."""
    named = [host.rpartition("：") for host in activity.hosts]
    if activity.host_style == "inline":
        yield Para(text="；".join(f"{title}：{name}" if title else name for title, _, name in named))
    elif activity.host_style == "blank":
        yield from (Para(text=f"{title} {name}".strip()) for title, _, name in named)
    elif activity.host_style == "after":
        yield Para(text="，".join(f"{name}（{title}）" for title, _, name in named))
    elif activity.host_style == "courtesy":
        yield Para(
            text="，".join(f"{title}{name}{'女士' if i % 2 else '先生'}" for i, (title, _, name) in enumerate(named))
        )
    else:
        yield from (Para(text=f"{title}：{name}" if title else name) for title, _, name in named)
