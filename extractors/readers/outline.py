"""Labels in running text: a form without a table, its labels as numbered headings or before a colon.

The Beijing exchange's announcements print it so (一、投资者关系活动类别 … 活动时间：…); some companies of the
other exchanges leave the borders out. The lines of an announcement's signature end the last value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from extractors.readers.form import Block, Line, TableRow, label_of, lines_of

_NUMBER = "一二三四五六七八九十"
_MARKED = re.compile(
    rf"\s*(?P<mark>[{_NUMBER}]{{1,3}}、|[（(][{_NUMBER}]{{1,3}}[)）]|\d{{1,2}}[、.．](?!\d)|[（(]\d{{1,2}}[)）]|【)\s*(?P<rest>.*)"
)
_PARTED = re.compile(r"(?P<label>[^：:\t]{2,45})(?P<part>[：:]|\t+)\s*(?P<value>.*)", re.DOTALL)
_BOARD = r"\S{4,40}公司(?:董\s*事\s*会)?|\S{0,8}董\s*事\s*会|特此(?:公告|说明)[。！]?"
_SIGNED = re.compile(rf"\s*(?:{_BOARD}|(?:19|20)\d\d\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日)\s*")
_DAY = re.compile(r"\d{4}\s*年")
_ABOVE = re.compile(r".*(?:代码|简称|编号)")  # they stand above the form
_BARE = "bare"  # the style of headings without numbers
_ENOUGH = 3  # labels that make running text a form


@dataclass(frozen=True, slots=True)
class _Opening:
    """A line that opens a value: its label, the style of its number, and what stands behind the label."""

    line: Line
    label: str
    style: str
    value: str


def rows(blocks: tuple[Block, ...], is_label: Callable[[str], bool]) -> tuple[Block, ...]:
    """The blocks with labelled lines as table rows, each with the lines below it.

    As given where a table bears labels of the form, or where too few lines do.
    """
    if any(is_label(label_of(block)) for block in blocks):
        return blocks
    blocks = tuple(line for block in blocks for line in _unboxed(block))
    openings = _openings(blocks, is_label)
    if len(openings) < _ENOUGH:
        openings = _openings(blocks, is_label, bare=True)
    if len(openings) < _ENOUGH:
        return blocks
    last = max(openings)
    end = _signature(blocks, last + (1 if openings[last].value else 2))
    starts = sorted(openings)
    done: list[Block] = list(blocks[: starts[0]])
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        done += _value(blocks[start:stop], openings[start])
    return (*done, *blocks[end:])


def _unboxed(block: Block) -> tuple[Block, ...]:
    """The lines of a row of one cell, which holds label and value; other blocks as they are."""
    is_one = isinstance(block, TableRow) and not any(map(any, block.rest))
    return lines_of(block) if is_one else (block,)


def _openings(blocks: tuple[Block, ...], is_label: Callable[[str], bool], *, bare: bool = False) -> dict[int, _Opening]:
    """The lines that open a value, by their place.

    The longest value, the conversation, may hold lines that look like labels: each label opens once, and behind
    a heading with a number of its own style only such headings do. `bare` takes labels alone on a line, without
    number or colon, as headings too.
    """
    found: dict[int, _Opening] = {}
    seen: set[str] = set()
    for number, block in enumerate(blocks):
        opening = _opening(block, is_label, bare=bare) if isinstance(block, Line) else None
        if opening is None or opening.label in seen or _ABOVE.fullmatch(opening.label):
            continue
        last = next(reversed(found.values()), None)
        if last is not None and last.style and not last.value and "内容" in last.label and opening.style != last.style:
            continue
        seen.add(opening.label)
        found[number] = opening
    return found


def _opening(line: Line, is_label: Callable[[str], bool], *, bare: bool) -> _Opening | None:
    text = line.text
    marked = _MARKED.fullmatch(text)
    style, rest = ("", text.strip()) if marked is None else (_style(marked["mark"]), marked["rest"].strip())
    rest = rest.replace("】", "", 1) if style == "【" else rest
    style = style or (_BARE if bare else "")
    if style and is_label(rest):
        return _Opening(line, "".join(rest.rstrip("：:").split()), style, "")
    parted = _PARTED.fullmatch(rest)
    if parted is not None and is_label(parted["label"]):
        return _Opening(line, "".join(parted["label"].split()), style, parted["value"].strip())
    return None


def _style(mark: str) -> str:
    """The kind of a heading's number: 一、 or （一） or 1、 or （1） or 【."""
    return re.sub(rf"[{_NUMBER}]+", "一", re.sub(r"\d+", "1", mark)).replace("(", "（").replace(")", "）")


def _value(blocks: tuple[Block, ...], opening: _Opening) -> list[Block]:
    """A label's row with the lines below it; what stands from the first table on follows as it is."""
    first, below = opening.line, blocks[1:]
    value: list[Line] = []
    for block in below:
        if not isinstance(block, Line):
            break
        value.append(block)
    rest = below[len(value) :]
    if opening.value:
        kept = max(0, first.bold - (len(first.text) - len(opening.value)))
        value = [replace(first, text=opening.value, bold=kept), *value]
    label = replace(first, text=opening.label, bold=0)
    return [TableRow(first=(label,), rest=((tuple(value),),)), *rest]


def _signature(blocks: tuple[Block, ...], start: int) -> int:
    """Where the last value ends: before the company's name, its board and the day, where a day closes them."""
    end = len(blocks)
    while end > start and _is_signature(blocks[end - 1]):
        end -= 1
    return end if any(isinstance(block, Line) and _DAY.search(block.text) for block in blocks[end:]) else len(blocks)


def _is_signature(block: Block) -> bool:
    return isinstance(block, Line) and _SIGNED.fullmatch(block.text) is not None
