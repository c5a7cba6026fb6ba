"""Ticked options of 投资者关系活动类别, and what is written after 其他.

An option is ticked by its box, before or after it; where the others have boxes and one has none,
its glyph was lost with its font, and the boxes left are empty ones: that option is the ticked one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.fields.text import fold, join, tidy
from extractors.readers.form import UNSURE, Line

OPTIONS = (
    "特定对象调研", "分析师会议", "媒体采访", "业绩说明会", "新闻发布会", "路演活动", "现场参观", "一对一沟通",
    "电话会议", "其他",
)  # fmt: skip
_TICKED = "☑√✓✔■☒✅◼●▣🗹þ◆◉⊙⬛█"
_EMPTY = "□☐○◻▢¨£❑❏❒⬜◇🗆"  # ¨ and £: the code of an empty box in Wingdings and Wingdings 2
_CROSS = re.compile(rf"(?<![A-Za-z])[XxＸ×RVv](?=\s*(?:{'|'.join(OPTIONS)}))")
_MOUTH = re.compile(rf"[口囗](?=\s*(?:{'|'.join(OPTIONS)}))")  # typed, or recognised, instead of an empty box
_INSTRUCTION = re.compile(r"[（(]?(?:注[:：])?[^\s□☑（(]{0,10}打\s*[“\"]?[√✓☑✔]\s*[”\"]?[)）]?")  # 选中项请打√
_MARK = re.compile(f"[{_TICKED}{_EMPTY}{UNSURE}]")
_BEHIND = re.compile(rf"\S[{_TICKED}](?:[\s（(：:]|$)")  # a tick that ends its option's word
_IN_BRACKETS = re.compile(rf"[（(\[【［]\s*([{_TICKED}]|[XxＸ×Vv])\s*[)）\]】］]")  # （√）: brackets for boxes
_NOTHING_IN_BRACKETS = re.compile(r"[（(\[【［]\s*[)）\]】］]")
_OVERWRITTEN = re.compile(rf"[{_EMPTY}]\s*({'|'.join(OPTIONS)})[{_TICKED}](?=\s|$)")  # □特定对象调研√: ticked by hand
_OTHER = re.compile(rf"(?<=[{_TICKED}{_EMPTY}])(\s*)其它|其[他它](?:活动|方式|形式|类型)(?=\s|[（(：:]|$)")
_OPTION = re.compile("|".join(OPTIONS))
_LISTED = re.compile(r"[、，,；;/\s]+")
_MEETING = re.compile(r"[㐀-鿿]{2,10}(?:会|会议|调研|参观|路演|沟通|采访|交流|接待日?)")
_SAYS = re.compile(r"^(?!不适用$).*[㐀-鿿]{2}")
_PLACEHOLDER = re.compile(r"(?:请?文字说明|请注明|请说明)[^：:）)]*[：:]?")
_HOLLOW = re.compile(r"[（(]\s*[）)]")
_BRACKETS = str.maketrans("", "", "（）()【】[]_＿:： \t")


@dataclass(frozen=True, slots=True)
class Categories:
    """Ticked options in order, the note after 其他, and marks that nobody can decode."""

    ticked: tuple[str, ...]
    note: str | None
    unknown: tuple[str, ...]


def parse(lines: Sequence[Line], *, is_picture: bool = False) -> Categories:
    """The ticked categories of a form.

    In a picture a missing box was overlooked, and says nothing of its option.
    """
    boxed = join(_boxed([_INSTRUCTION.sub("", fold(line.text)) for line in lines]))
    text = _OTHER.sub("其他", _MOUTH.sub("□", _CROSS.sub("☑", tidy(boxed))))
    unknown = tuple(sorted({char for char in text if "\ue000" <= char <= "\uf8ff" or char == UNSURE}))
    marks = list(_MARK.finditer(text))
    if not marks:
        ticked = _unmarked(text)
        return Categories(ticked, _note(text) if "其他" in ticked else None, unknown)
    is_behind = marks[0].start() > 0 and all(_BEHIND.match(text, mark.start() - 1) for mark in marks)
    if is_behind and not is_picture:
        return Categories(tuple(_last_word(text[: mark.start()]) for mark in marks), _note(text), unknown)
    segments, is_first_lost = _segments(text, marks)
    ticked = _ticked(segments)
    if is_picture:
        everything, ticked = ticked, _ticked(segments[is_first_lost:], is_lost_ticked=False)
        unknown = (*unknown, UNSURE) if ticked != everything and UNSURE not in unknown else unknown
    return Categories(ticked, _note(text), unknown)


def _segments(text: str, marks: Sequence[re.Match[str]]) -> tuple[list[tuple[bool, str]], bool]:
    """What stands beside each mark, and whether that is ticked; and whether the first has lost its glyph."""
    lead = text[: marks[0].start()].strip()
    if not lead or _OPTION.match(text[marks[-1].end() :].strip()):
        segments = [
            (mark.group() in _TICKED, text[mark.end() : following])
            for mark, following in zip(marks, [*(m.start() for m in marks[1:]), len(text)], strict=True)
        ]
        is_lost = any(mark.group() not in _TICKED for mark in marks) and bool(_OPTION.match(lead))  # others have boxes
        return [(is_lost, lead), *segments], is_lost
    starts = [0, *(mark.end() for mark in marks)]
    segments = [(m.group() in _TICKED, text[s : m.start()]) for s, m in zip(starts, marks, strict=False)]
    return [*segments, (False, "\0" + text[marks[-1].end() :])], False


def _last_word(text: str) -> str:
    """The option with which a text ends, else its last word."""
    options = [found.group() for found in _OPTION.finditer(text) if found.end() == len(text)]
    return (options or text.split())[-1]


def _boxed(texts: list[str]) -> list[str]:
    """The lines with marks in brackets, or behind an option's empty box, as boxes before or behind their option."""
    if any(_IN_BRACKETS.search(text) for text in texts):
        texts = [_NOTHING_IN_BRACKETS.sub("□", _IN_BRACKETS.sub("☑", text)) for text in texts]
    is_before = bool(texts) and _MARK.match(texts[0].strip()) is not None
    return [_OVERWRITTEN.sub(r"☑\1", text) for text in texts] if is_before else texts


def _unmarked(text: str) -> tuple[str, ...]:
    """Options of a cell without boxes: all it names, unless it lists the whole form."""
    found = tuple(dict.fromkeys(_OPTION.findall(text)))
    if len(found) >= len(OPTIONS) - 3:
        return ()
    if found:
        listed = (_OPTION.search(part) or _MEETING.fullmatch(part) for part in _LISTED.split(text))
        return tuple(dict.fromkeys([*(part.group() for part in listed if part), *found]))
    parts = tuple(filter(None, _LISTED.split(text)))
    if parts and all(map(_MEETING.fullmatch, parts)):
        return parts
    return (text,) if len(text) <= 20 and _SAYS.search(text) else ()  # noqa: PLR2004 - no sentence


def _ticked(segments: list[tuple[bool, str]], *, is_lost_ticked: bool = True) -> tuple[str, ...]:
    done: list[str] = []
    carried = False
    has_empty = not all(is_ticked for is_ticked, _ in segments[1:])
    for is_ticked, segment in segments:
        text = segment.strip()
        if not text:
            carried = carried or is_ticked
            continue
        head = _OPTION.match(text)
        if is_ticked or carried:
            done.append(head.group() if head else re.split(r"[\s（(：:]", text)[0])
        done += _boxless(text, head.end() if head else 0, has_empty=has_empty) if is_lost_ticked else []
        carried = False
    return tuple(dict.fromkeys(option for option in done if option))


def _boxless(text: str, start: int, *, has_empty: bool) -> list[str]:
    """Options inside a segment that stand there without a box of their own: their glyph was lost."""
    if text.startswith("\0") or text[:start] == "其他" or not has_empty:
        return []
    return [found.group() for found in _OPTION.finditer(text, start) if found.group() != "电话会议"]


def _note(text: str) -> str | None:
    """What is written after 其他; a placeholder of the form, or empty brackets, say nothing."""
    _, sep, rest = text.partition("其他")
    rest = _HOLLOW.sub("", _PLACEHOLDER.sub("", _MARK.split(rest)[0])).strip()
    if not sep or not rest.translate(_BRACKETS):
        return None
    whole = re.fullmatch(r"[:：]?\s*[（(](.*)[)）]\s*", rest)
    return (whole.group(1) if whole else rest).strip(" :：_＿、") or None
