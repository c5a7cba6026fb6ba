"""Tokens of participants in running text: what stands between separators, freed of all that names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.fields import group
from extractors.fields.label import field_of
from extractors.fields.name import despread, is_institution, is_person
from extractors.fields.text import SOFT, Flow
from extractors.registers.institution import short_names

_ENTRY, _PART = "；;。\n", "、，,"
_ORDER = re.compile(r"[（(][^）)]*(?:排名|排序|先后)[^）)]*[）)]")
_NEXT_NUMBER = re.compile(r"(?<=\S)\s(?=\d{1,3}[、.．](?!\d))")  # parts entries that are numbered on one line
_MARK = re.compile(r"[:：]|[—–－-]{1,2}")
_NEXT_PAIR = re.compile(r"(?<=\S)\s(?=(?P<house>[^\s:：—–－、，,；;-]{2,25})(?:[:：]|[—–－-]{1,2})\S)")
_DASHED = re.compile(r"(?P<house>[^\s:：—–－-]+)\s*[—–－-]{1,2}\s*(?P<names>[^:：—–－-]+)")
_INDIVIDUAL = re.compile(r"((?:个人|自然人|独立)?(?:投资者|投资人|股东))[\s:：]*(\S.*)")
_STATEMENT = re.compile(
    r"(?:公司(?=在|严格|始终|未|没有|就|按)|(?:本次|接待过程|调研过程|交流过程|活动过程))"
    r"[^。；\n]*?(?:披露|重大信息|承诺书)[^。\n]*"
)  # what some forms declare below the names
_LEGAL = re.compile(r"\s*(?:Ltd|Limited|LLC|Inc|L\.?P|Co\b|Corp|S\.A|PLC|Fraser)", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*等?(?:共计?|合计|总计|约|一共)?\s*\d+\s*[余多]?\s*(?:家|位|名|人).*$"
    r"|等\s*(?=机构|投资|单位|券商|多|相关|公司|人员|中小|个人|特定|其他|及|共|全体|$).*$"
)
_DESCRIBES = re.compile(
    r"参与|参加|通过|面向|采用|出席|列席|说明会|投资者|股东|详见|附件|附表|名单|网络(?:文字|远程|互动|方式|平台|会议)"
    r"|公司在|严格|披露|排名|互动|直播|全体|广大|未透露|不便|接待日|无$|线上会议"
)
_LEAD = re.compile(
    r"^.{0,14}?(?:机构|单位|名单|人员|投资者|如下|包括|分别为|来自)(?:及人员|与人数|名称|名单|姓名|及人数)*"
    r"(?:[（(][^）)]*[)）])?\s*[:：]\s*|^(?:线上|现场|分别)?来自于?\s*"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A part of the text, and from where to where it stands."""

    text: str
    start: int
    end: int
    opens: bool  # first of its entry


def tokens_of(running: Flow) -> Iterator[Token]:
    """The text between separators outside brackets, without numbers, leads, tails and what only describes."""
    text, depth, start, opens = running.text, 0, 0, True
    breaks = _breaks(text)
    declared = [sentence.span() for sentence in _STATEMENT.finditer(text)]
    for i, char in enumerate(text + "\n"):
        depth = max(0, depth + (char in "（(") - (char in "）)")) if char != "\n" else 0
        is_inside = (char == "," and _LEGAL.match(text, i + 1)) or text[start:i].strip().isdigit()
        is_part = char in _PART and not is_inside
        is_entry = char in _ENTRY or i in breaks
        if (depth and char not in "\n；;") or not (is_entry or is_part):
            continue
        raw = text[start:i]
        lead = group.NUMBERED.match(raw) or (None if _INDIVIDUAL.match(raw) else _LEAD.match(raw.replace(SOFT, " ")))
        begins = start + (lead.end() if lead else 0)
        token = _named(_TAIL.sub("", _ORDER.sub("", _unbroken(text[begins:i]))).strip())
        if token and not any(first <= start < last for first, last in declared):
            yield Token(despread(token), begins, i, opens or lead is not None)
        if char != "\n" or not text[:i].rstrip().endswith(("、", "，", ",")):
            opens = is_entry
        start = i + 1
        if char in _PART and raw.strip():
            opens = False


def _breaks(text: str) -> set[int]:
    """Where a blank parts two entries of one line: before a number, or before the next institution with its mark."""
    numbers = _NEXT_NUMBER.finditer(text) if group.NUMBERED.match(text) else ()
    pairs = (
        found
        for found in _NEXT_PAIR.finditer(text)
        if _is_house(found["house"])
        and not found["house"].isascii()
        and _MARK.search(text, text.rfind("\n", 0, found.start()) + 1, found.start())
    )
    return {found.start() for found in (*numbers, *pairs)}


def _is_house(text: str) -> bool:
    return is_institution(text) or text in short_names()


def _named(token: str) -> str:
    """The token where it names somebody, written as most forms write it; else nothing."""
    individual = _INDIVIDUAL.fullmatch(token)
    if individual and group.all_people(individual[2]):
        return f"{individual[1]} {individual[2]}"
    dashed = _DASHED.fullmatch(token)
    if dashed and _is_house(dashed["house"]) and group.all_people(dashed["names"]):
        return f"{dashed['house']}：{dashed['names']}"
    return "" if _describes(token) else token


def _unbroken(text: str) -> str:
    """The text with its line ends closed; a blank where the line ends between an institution and its person."""
    done = ""
    for i, part in enumerate(text.split(SOFT)):
        name = next(iter(part.split()), "")
        is_seam = bool(i) and len(done.split()) == 1 and _is_house(done.strip()) and is_person(name)
        done += f" {part}" if is_seam else part
    return done


def _describes(token: str) -> bool:
    return bool(_DESCRIBES.search(token)) or field_of(token) is not None or token in {"等", "/", "—", "-"}
