"""Participants in running text: institutions and people parted by marks, blanks and lines.

`机构：人、人；`, `机构 人、人；`, `机构 人` a line, several pairs a line, names run together, or
institutions alone: which of them, the cell as a whole decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.fields import group
from extractors.fields.group import Group
from extractors.fields.label import field_of
from extractors.fields.name import despread, is_institution, is_latin, is_person, is_title, latin_split
from extractors.fields.text import SOFT, Flow, flow
from extractors.readers.form import Line
from extractors.registers.institution import short_names

_ENTRY, _PART = "；;。\n", "、，,"
_ORDER = re.compile(r"[（(][^）)]*(?:排名|排序|先后)[^）)]*[）)]")
_NEXT_NUMBER = re.compile(r"(?<=\S)\s(?=\d{1,3}[、.．](?!\d))")  # parts entries that are numbered on one line
_INDIVIDUAL = re.compile(r"((?:个人|自然人|独立)?(?:投资者|投资人|股东))[\s:：]*(\S.*)")
_STATEMENT = re.compile(
    r"(?:公司(?=在|严格|始终|未|没有|就|按)|(?:本次|接待过程|调研过程|交流过程|活动过程))"
    r"[^。；\n]*?(?:披露|重大信息|承诺书)[^。\n]*"
)  # what some forms declare below the names
_LEGAL = re.compile(r"\s*(?:Ltd|Limited|LLC|Inc|L\.?P|Co\b|Corp|S\.A|PLC|Fraser)", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*等?(?:共计?|合计|总计|约|一共)?\s*\d+\s*[余多]?\s*(?:家|位|名|人).*$|等\s*(?=机构|投资|单位|券商|多|相关|公司|人员|中小|个人|特定|其他|及|共|全体|$).*$"
)
_DESCRIBES = re.compile(
    r"参与|参加|通过|面向|采用|出席|列席|说明会|投资者|股东|详见|附件|附表|名单|网络(?:文字|远程|互动|方式|平台|会议)|公司在|严格|披露|排名|互动|直播|全体|广大|未透露|不便|接待日|无$|线上会议"
)
_LEAD = re.compile(r"^.{0,14}?(?:机构|单位|名单|人员|投资者|如下|包括|分别为|来自)(?:及人员|与人数|名称|名单|姓名|及人数)*(?:[（(][^）)]*[)）])?\s*[:：]\s*|^(?:线上|现场|分别)?来自于?\s*")
_GLUED = re.compile(r"^(?P<house>.*(?:证券|基金|资产|投资|资本|资管|保险|人寿|养老|银行|信托|理财|自营|私募|研究所|建投|国际|控股|集团|期货|公司))(?P<name>[㐀-鿿]{2,4})$")
_BRACKET = re.compile(r"^(?P<out>[^（(]+)[（(](?P<inside>[^）)]+)[)）]$")


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    opens: bool  # first of its entry


@dataclass(frozen=True, slots=True)
class _Style:
    """What the cell as a whole shows."""

    has_pairs: bool  # an institution and a person parted by a blank
    has_colons: bool
    has_glued: bool  # an institution and a person with nothing between
    only_people: bool

    @property
    def names_people(self) -> bool:
        """Whether people are named at all."""
        return self.has_pairs or self.has_colons or self.has_glued


def parse(lines: Sequence[Line]) -> tuple[Group, ...]:
    """The groups of a cell, in reading order."""
    running = flow(lines)
    tokens = tuple(_tokens(running))
    style = _style(tokens)
    done: list[Group] = []
    for token in tokens:
        place = running.between(token.start, token.end)
        for found, joins in _read(token, style, done):
            if joins and done:
                last = done[-1]
                done[-1] = Group(last.institution, last.people + found.people, _merged(last.lines, place))
            elif found.institution or found.people:
                done.append(Group(found.institution, found.people, place))
    return tuple(done)


def _merged(one: tuple[Line, ...], other: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _tokens(running: Flow) -> Iterator[_Token]:
    """The text between separators outside brackets, without numbers, leads, tails and what only describes."""
    text, depth, start, opens = running.text, 0, 0, True
    numbers = {blank.start() for blank in _NEXT_NUMBER.finditer(text)} if group.NUMBERED.match(text) else set()
    declared = [sentence.span() for sentence in _STATEMENT.finditer(text)]
    for i, char in enumerate(text + "\n"):
        depth = max(0, depth + (char in "（(") - (char in "）)")) if char != "\n" else 0
        is_part = char in _PART and not (char == "," and _LEGAL.match(text, i + 1)) and not text[start:i].strip().isdigit()
        is_entry = char in _ENTRY or i in numbers
        if (depth and char not in "\n；;") or not (is_entry or is_part):
            continue
        raw = text[start:i]
        lead = group.NUMBERED.match(raw) or (None if _INDIVIDUAL.match(raw) else _LEAD.match(raw.replace(SOFT, " ")))
        begins = start + (lead.end() if lead else 0)
        token = _named(_TAIL.sub("", _ORDER.sub("", _unbroken(text[begins:i]))).strip())
        if token and not any(first <= start < last for first, last in declared):
            yield _Token(despread(token), begins, i, opens or lead is not None)
        if char != "\n" or not raw.strip() or not text[:i].rstrip().endswith(("、", "，", ",")):
            opens = is_entry
        start = i + 1
        if char in _PART and raw.strip():
            opens = False


def _named(token: str) -> str:
    """The token where it names somebody, a person without an institution behind a blank; else nothing."""
    individual = _INDIVIDUAL.fullmatch(token)
    if individual and _all_people(individual[2]):
        return f"{individual[1]} {individual[2]}"
    return "" if _describes(token) else token


def _unbroken(text: str) -> str:
    """The text with its line ends closed; a blank where the line ends between an institution and its person."""
    done = ""
    for i, part in enumerate(text.split(SOFT)):
        house = done.split()[-1] if done.split() else ""
        name = part.split()[0] if part.split() else ""
        is_seam = bool(i) and len(done.split()) == 1 and is_person(name) and (is_institution(house) or house in short_names())
        done += f" {part}" if is_seam else part
    return done


def _describes(token: str) -> bool:
    return bool(_DESCRIBES.search(token)) or field_of(token) is not None or token in {"等", "/", "—", "-"}


def _style(tokens: Sequence[_Token]) -> _Style:
    pairs = colons = glued = people = 0
    for token in tokens:
        words = token.text.split()
        pairs += len(words) > 1 and any(is_person(word) for word in words[1:]) and not is_person(words[0])
        colons += bool(re.search(r"\S[:：]\S", token.text))
        glued += _glued(token.text) is not None
        people += is_person(token.text) and token.text not in short_names()
    count = len(tokens)
    return _Style(
        has_pairs=pairs > 0,
        has_colons=colons > 0,
        has_glued=not pairs and glued > 0 and (glued + people) * 2 >= count,
        only_people=count > 0 and not pairs and not colons and not glued and people * 10 >= count * 9,
    )


def _glued(text: str) -> tuple[str, str] | None:
    found = _GLUED.match(text)
    if found and is_person(found["name"]) and not is_institution(found["name"]):
        return found["house"], found["name"]
    short = next((name for name in short_names() if text.startswith(name) and is_person(text[len(name) :])), None)
    return (short, text[len(short) :]) if short else None


def _read(token: _Token, style: _Style, done: Sequence[Group]) -> Iterator[tuple[Group, bool]]:
    """The token's groups, each with whether it only adds people to the group before."""
    house, colon, names = token.text.replace("：", ":").partition(":")
    if colon and names.strip():
        yield Group(group.institution(house), group.people(names)), False
        return
    text = token.text.rstrip(":：")
    follows = not token.opens and bool(done)
    bracket = _BRACKET.match(text)
    if style.only_people:
        yield Group(None, group.people(text)), False
    elif bracket and _all_people(bracket["inside"]):
        yield Group(group.institution(bracket["out"]), group.people(bracket["inside"])), False
    elif bracket and is_person(bracket["out"].strip()) and is_institution(bracket["inside"]):
        yield Group(group.institution(bracket["inside"]), group.people(bracket["out"])), False
    elif not style.names_people:
        yield from ((Group(group.institution(house)), False) for house in _houses(text))
    elif len(text.split()) > 1:
        yield from _worded(text.split(), follows=follows)
    elif follows and _may_be_person(text):
        yield Group(None, group.people(text)), True
    else:
        parts = _glued(text) if style.has_glued or style.has_pairs else None
        yield Group(group.institution(parts[0] if parts else text), group.people(parts[1]) if parts else ()), False


def _houses(text: str) -> list[str]:
    """The institutions of a text without people: several where each word is one by itself, as in columns."""
    words = text.split()
    apart = all(word in short_names() or (len(word) > 3 and is_institution(word) and not word.isascii()) for word in words)  # noqa: PLR2004 - 研究所, 自营 are desks
    return words if apart else [text]


def _all_people(text: str) -> bool:
    names = group.people(text)
    return bool(names) and all(is_person(name) for name in names)


def _may_be_person(text: str) -> bool:
    if text in short_names() or is_institution(text):
        return False
    return is_person(text) or is_latin(text) or 2 <= len(text) <= 3 or bool(re.fullmatch(r"[㐀-鿿]{1,3}[A-Za-z]+", text))  # noqa: PLR2004


def _worded(words: list[str], *, follows: bool) -> Iterator[tuple[Group, bool]]:
    """Words of institutions and people in turn."""
    if all(word.isascii() for word in words):
        text = " ".join(words)
        if follows and len(words) <= 3 and not is_institution(text):  # noqa: PLR2004 - a person's name
            yield Group(None, (text,)), True
            return
        at = latin_split(words)
        yield Group(group.institution(" ".join(words[:at])), tuple(filter(None, [" ".join(words[at:])]))), False
        return
    house: list[str] = []
    names: list[str] = []
    joins = follows and is_person(words[0]) and len(words[0]) <= 3 and words[0] not in short_names()  # noqa: PLR2004
    for word, following in zip(words, [*words[1:], ""], strict=True):
        is_house = len(word) > 3 and word.isalpha() and is_person(following)  # noqa: PLR2004 - not a name of four characters
        if not is_house and _names(word, house, names, joins=joins):
            names.append(word)
        elif names and not (word.isascii() and names[-1].isascii()):
            yield Group(group.institution(" ".join(house)), _people(names)), joins
            house, names, joins = [word], [], False
        elif names:
            names[-1] += f" {word}"
        else:
            house.append(word)
    yield Group(group.institution(" ".join(house)), _people(names)), joins


def _names(word: str, house: list[str], names: list[str], *, joins: bool) -> bool:
    """Whether a word names a person, given what stands before it."""
    if not house and not joins:
        return False
    if word.isascii():
        return bool(house) and not names and not all(part.isascii() for part in house)
    if word in short_names() or is_institution(word) or is_title(word):
        return False
    return is_person(word) or (len(word) <= 3 and not names and is_institution(" ".join(house)))  # noqa: PLR2004


def _people(names: list[str]) -> tuple[str, ...]:
    return tuple(name for text in names for name in group.people(text))
