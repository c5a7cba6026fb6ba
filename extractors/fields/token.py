"""Tokens of participants in running text: what stands between separators, freed of all that names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.fields import group, lead, spelling
from extractors.fields.house import is_house, is_known, is_name, is_torn
from extractors.fields.name import despread, is_person, mended
from extractors.fields.position import without_brackets
from extractors.fields.text import SOFT, Flow

_ENTRY, _PART = "；;。\n", "、，,"
_PARTS = re.compile(f"[{_ENTRY}{_PART}（()）]")  # the brackets between which nothing is parted, too
_NEXT_NUMBER = re.compile(
    r"(?<=\S)[\s\u2060](?=\d{1,3}[、.．](?!\d)|[一二三四五六七八九十]{1,3}、|[（(]\d{1,3}[)）][㐀-鿿A-Za-z]|[②-⑳])"
)  # parts entries that are numbered on one line
_GLUED_NUMBER = re.compile(r"(?<=[㐀-鿿)）])(?=\d{1,2}[、.．](?!\d)|[②-⑳]|[（(](?:[2-9]|\d\d)[)）][㐀-鿿A-Za-z])")
_MARK = re.compile(r"[:：]|[—–－-]{1,2}")
_NEXT_PAIR = re.compile(r"(?<=\S)\s+(?=(?P<house>[^\s:：—–－、，,；;-]{2,25})(?:[:：]|[—–－-]{1,2})\S)")
_NEXT_LINE = re.compile(
    r"\u2060(?=(?P<house>[A-Za-z][A-Za-z0-9 .,&()'’-]{3,60}(?=[:：])|[^\s\u2060:：—–－、，,；;-]{4,25})"
    r"(?:[:：]|[—–－-]{1,2}|\s)\S)"
)
_NEXT_LEAD = re.compile(
    r"(?<=\S)(?<!有限)(?<!集团)(?<!股份)(?<!责任)[\s\u2060](?=(?:现场|线上|线下|电话|视频)?(?:参会|参与|参加|与会|来访|调研)?(?:人员|单位|机构|公司|姓名)(?:名称|姓名|名单)?"
    r"\s*(?:[（(][^（()）]{1,8}[)）])?\s*[:：]\s*\S|第[一二三四五六七八九十\d]{1,2}[场批组](?:[（(][^（()）]{1,12}[)）])?\s*[:：]"
    r"|(?:现场|线上|线下|电话|视频)(?:会议|参会|参与|接入)?\s*[:：]|(?:\d{4}年)?\d{1,2}月\d{1,2}日[^:：、，；]{0,6}[:：])"
)
_NEXT_BAR = re.compile(r"(?P<bar>[|｜]|(?<=\s)[/／](?=\s))\s*(?P<house>[^\s:：—–－、，,；;|｜-]{2,25})")
_LAST_WORD = re.compile(r"(?<=[\s:：—–－、，,-])[^\s\u2060:：—–－、，,；;。（()）]+$")
_NEXT_BRACKET = re.compile(r"(?<=\S)[（(](?P<names>[^（()）\n]+)[)）](?=[ \u2060]*[^\s\u2060、，,；;。：:）)])")
_BRACKET_OR_END = re.compile(r"[（(）)\n；;]")
_LEGAL = re.compile(r"\s*(?:Ltd|Limited|LLC|Inc|L\.?P|Co\b|Corp|S\.A|PLC|Fraser)", re.IGNORECASE)
_NUMERAL = re.compile(r"\s*(?:\d+|[一二三四五六七八九十]{1,3})\s*")
_COUNTED = re.compile(r"(?:^|\n)\s*(\d{1,3})[ \t\u2060]+(?=\S)")
_COUNTED_LINE = re.compile(r"(?:^|[\n\u2060])[ \t]*(\d{1,3})[ \t]+(?=\S)")  # full lines hide that they are entries
_COUNTED_GLUED = re.compile(r"(?:^|[\n\u2060])[ \t]*(\d{1,3})(?=[㐀-鿿])")
_COUNTED_INSIDE = re.compile(r"(?:^|[\s\u2060])(\d{1,3})[ \t]+(?=[㐀-鿿A-Za-z])")  # on one line


@dataclass(frozen=True, slots=True)
class Token:
    """A part of the text, and from where to where it stands."""

    text: str
    start: int
    end: int
    opens: bool  # first of its entry
    is_led: bool = False  # behind a lead such as `参会人员：`
    of_people: bool = False  # behind a lead that says so: `参会人员：`
    printed: str = ""  # with the ends of lines inside it


def tokens_of(running: Flow) -> Iterator[Token]:
    """The text between separators outside brackets, without numbers, leads, tails and what only describes.

    People below a heading of individuals are each `个人投资者：人`.
    """
    text = lead.invited_apart(running.text)
    below, others = lead.individuals_below(text), 0
    for token in _tokens(text):
        if below and (token.is_led or not group.all_people(token.text)):
            others = token.end
        is_alone = any(others <= at <= token.start for at in below)
        yield replace(token, text=f"个人投资者：{token.text}", opens=True) if is_alone else token


def _tokens(text: str) -> Iterator[Token]:
    depth, start, opens = 0, 0, True
    counts, open_brackets = _counts(text), _open_brackets(text)
    breaks, brackets = _breaks(text, counts), _after_brackets(text)
    declared = [sentence.span() for sentence in lead.STATEMENT.finditer(text)]
    for i in sorted({found.start() for found in _PARTS.finditer(text)} | breaks | brackets | {len(text)}):
        char = text[i] if i < len(text) else "\n"
        depth = max(0, depth + (char in "（(" and i not in open_brackets) - (char in "）)")) if char != "\n" else 0
        is_inside = (char == "," and _LEGAL.match(text, i + 1)) or (opens and _NUMERAL.fullmatch(text, start, i))
        is_part = char in _PART and not is_inside
        is_entry = char in _ENTRY or i in breaks or i in brackets
        if (depth and char not in "\n；;") or not (is_entry or is_part):
            continue
        begins, is_led = _led(text, start, i, counts)
        printed = text[begins:i]
        token = spelling.usual(_told(printed)) or _named_below(printed)
        if token and not any(first <= start < last for first, last in declared):
            of_people = is_led and lead.heads_people(text[start:begins])
            yield Token(mended(despread(token)), begins, i, opens or is_led, is_led, of_people, printed.strip())
        if char != "\n" or not text[:i].rstrip().endswith(("、", "，", ",")):
            opens = is_entry
        if char in _PART and text[start:i].strip():
            opens = False
        start = i + (i not in brackets)


def _led(text: str, start: int, end: int, counts: set[int]) -> tuple[int, bool]:
    """Where an entry begins behind its number and its lead, and whether it has a lead."""
    raw = text[start:end]
    number = group.NUMBERED.match(raw)
    begins = start + (number.end() if number else 0)
    begins = next((at for at in counts if start < at <= end), begins)
    led = _lead_end(text[begins:end])
    return begins + (led or 0), led is not None


def _lead_end(text: str) -> int | None:
    """Where a lead ends, though lines end inside it; a line's end may stand for a blank, or for nothing."""
    end = lead.end_of(text.replace(SOFT, " "))
    if end is None and SOFT in text and (whole := lead.end_of(text.replace(SOFT, ""))) is not None:
        kept = [i for i, char in enumerate(text) if char != SOFT]
        end = kept[whole] if whole < len(kept) else len(text)
    return end


def _open_brackets(text: str) -> set[int]:
    """Where brackets open that nothing closes within their entry: a form cut them off."""
    opened: list[int] = []
    found: set[int] = set()
    for bracket in _BRACKET_OR_END.finditer(text):
        if bracket.group() in "（(":
            opened.append(bracket.start())
        elif bracket.group() in "）)":
            del opened[-1:]
        else:
            found |= set(opened)
            opened = []
    return found | set(opened)


def _counts(text: str) -> set[int]:
    """Where entries begin behind numbers without a mark, that count up from 1."""
    for pattern in (_COUNTED, _COUNTED_LINE, _COUNTED_GLUED, _COUNTED_INSIDE):
        found = list(pattern.finditer(text))
        counts = [int(number[1]) for number in found] == list(range(1, len(found) + 1))
        if counts and len(found) > 1:
            return {number.end() for number in found}
    return set()


def _breaks(text: str, counts: set[int]) -> set[int]:
    """Where a blank parts two entries of one line: before a number, a lead, or the next institution with its mark."""
    numbers = _NEXT_NUMBER.finditer(text) if group.NUMBERED.match(text) else ()
    pairs = (
        found
        for found in _NEXT_PAIR.finditer(text)
        if is_house(found["house"])
        and not found["house"].isascii()
        and _MARK.search(text, text.rfind("\n", 0, found.start()) + 1, found.start())
    )
    counted = (_COUNTED_LINE.finditer(text), _COUNTED_GLUED.finditer(text), _COUNTED_INSIDE.finditer(text))
    lines = (found for founds in counted for found in founds if found.end() in counts)
    found_at = {found.start() for found in (*numbers, *pairs, *lines, *_NEXT_LEAD.finditer(text))}
    return found_at | set(_line_ends(text)) | set(_bars(text))


def _bars(text: str) -> Iterator[int]:
    """Where a bar parts two entries: an institution stands behind it, and in the entry before it."""
    for found in _NEXT_BAR.finditer(text) if any(bar in text for bar in "|｜/／") else ():
        before = re.split(r"[\n；;]", text[: found.start()])[-1]
        if is_house(found["house"]) and any(map(is_house, re.split(r"[\s、，,:：|｜]+", before))):
            yield found.start()


def _line_ends(text: str) -> Iterator[int]:
    """Where a line that a name fills ends an entry, for the next one begins another pair."""
    for found in _NEXT_LINE.finditer(text):
        before = _LAST_WORD.search(text, 0, found.start())
        if before and is_name(before.group()) and not group.PLACE.match(before.group()) and is_house(found["house"]):
            yield found.start()


def _after_brackets(text: str) -> set[int]:
    """Where an entry begins right behind the bracket around the people of the one before, or with a number."""
    numbers = _GLUED_NUMBER.finditer(text) if group.NUMBERED.match(text) else ()
    brackets = {found.end() for found in _NEXT_BRACKET.finditer(text) if group.all_people(found["names"])}
    return brackets | {found.start() for found in (*numbers, *lead.KIND_IN_BOX.finditer(text)) if found.start()}


def _told(printed: str) -> str:
    return lead.without_tail(without_brackets(_unbroken(printed))).strip()


def _named_below(printed: str) -> str:
    """The pair, or the known institution, on the lines below a full line that only describes."""
    for end in (i for i, char in enumerate(printed) if char == SOFT):
        token = _told(printed[end + 1 :])
        house, _, name = token.partition(" ")
        is_pair = is_house(house) and is_name(name)
        if lead.names_nobody(_told(printed[:end])) and (is_pair or is_known(token)):
            return token
    return ""


def _is_word(text: str) -> bool:
    return len(text.split()) == 1 and not _MARK.search(text)


def _unbroken(text: str) -> str:
    """The text with its line ends closed; a blank where the line ends between an institution and its person."""
    done = ""
    for i, part in enumerate(text.split(SOFT)):
        name = next(iter(part.split()), "")
        is_seam = bool(i) and _is_word(done) and is_house(done.strip()) and is_person(name) and not is_torn(done)
        done += f" {part}" if is_seam else part
    return done
