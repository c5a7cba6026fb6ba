"""Participants in running text: institutions and people parted by marks, blanks and lines.

`机构：人、人；`, `机构 人、人；`, `机构 人` a line, several pairs a line, names run together, people below
their institution, or institutions alone: which of them, the cell as a whole decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.fields import block, group, lead, worded
from extractors.fields.group import Group
from extractors.fields.house import houses_of, is_house, is_known, is_latin_pair, is_name, is_torn, is_whole, unglued
from extractors.fields.name import is_institution, is_latin, is_person, is_title
from extractors.fields.name import words as words_of
from extractors.fields.position import is_position, without_position
from extractors.fields.text import SOFT, flow
from extractors.fields.token import Token, tokens_of
from extractors.readers.form import Line

_BRACKET = re.compile(r"^(?P<out>.+?)[（(](?P<inside>(?:[^（(）)]|[（(][^（(）)]*[)）])+)[)）]$")
_CLOSED = re.compile(r"(?P<one>.+[)）])(?P<other>[^（()）]+)")
_BAR = re.compile(r"\s*[|｜]\s*")
_COLON, _EITHER = re.compile(r"\S[:：]\s*\S"), re.compile("[:：]")
_MOSTLY = 0.6
_NEARLY = 0.9
_STRAY = 0.05
_COUPLE = 2  # words: an institution and a person; characters of a short house
_LATIN_SHARE = 0.3  # of the tokens that are surely Latin pairs, for people to be named


@dataclass(frozen=True, slots=True)
class _Style:
    """What the cell as a whole shows."""

    has_pairs: bool  # an institution and a person parted by a blank
    has_colons: bool
    has_glued: bool  # an institution and a person with nothing between
    only_people: bool
    people_first: bool | None  # people in tokens of their own, before or behind their institution; None for none
    houses_open: bool  # no institution stands but at the head of an entry
    mostly_glued: bool
    all_pairs: bool  # nearly every token is an institution and a person parted by a blank

    @property
    def names_people(self) -> bool:
        """Whether people are named at all."""
        return self.has_pairs or self.has_colons or self.has_glued


def parse(lines: Sequence[Line]) -> tuple[Group, ...]:
    """The groups of a cell, in reading order."""
    running = flow(lines)
    tokens = block.settled(tuple(tokens_of(running)))
    style = _style([token for token in tokens if not token.of_people])
    tokens = tuple(one for token in tokens for one in _cut(token, style))
    if not style.names_people or style.has_glued:
        tokens = block.shorts(tokens)
    done: list[Group] = []
    for token in tokens:
        place = running.between(token.start, token.end)
        for found, joins in _read(token, style, done):
            if joins and done:
                last = done[-1]
                done[-1] = Group(
                    last.institution or found.institution, last.people + found.people, _merged(last.lines, place)
                )
            elif found.institution or found.people:
                done.append(Group(found.institution, found.people, place))
    return tuple(done)


def _merged(one: tuple[Line, ...], other: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _style(tokens: Sequence[Token]) -> _Style:
    pairs = colons = glued = people = latin = turned = couples = tight = 0
    for token in tokens:
        words = words_of(token.text)
        couples += len(words) == _COUPLE and is_name(words[1])
        is_latin_text = token.text.isascii()
        pairs += len(words) > 1 and any(map(is_person, words[1:])) and not is_person(words[0])
        turned += worded.is_turned(words)
        latin += is_latin_text and len(words) > 1 and is_latin_pair(words)
        colons += _COLON.search(token.text) is not None
        is_glued = unglued(token.text) is not None
        glued += is_glued
        tight += is_glued and len(words) == 1
        people += is_name(token.text) or (is_title(token.text) and is_name(without_position(token.text)))
    count = len(tokens)
    has_pairs = pairs > 0 or turned >= _MOSTLY * max(count, 1) or latin > _LATIN_SHARE * count
    return _Style(
        has_pairs=has_pairs,
        has_colons=colons > 0,
        has_glued=not pairs and glued > 0 and (glued + people + colons) * 2 >= count,
        only_people=count > 0 and not has_pairs and not colons and not glued and people * 10 >= count * 9,
        people_first=None if has_pairs or colons or glued else _people_first(tokens),
        houses_open=_houses_open(tokens),
        mostly_glued=tight * 2 > count,
        all_pairs=count > _COUPLE and couples >= _NEARLY * count,
    )


def _houses_open(tokens: Sequence[Token]) -> bool:
    """Whether hardly an institution stands but at the head of an entry."""
    later = [is_institution(token.text.partition("：")[0]) for token in tokens if not token.opens]
    return sum(later) <= _STRAY * len(later)


def _people_first(tokens: Sequence[Token]) -> bool | None:
    """Whether people stand in tokens of their own, before (True) or behind (False) their institution; None if not."""
    named = [_is_people(token.text) for token in tokens]
    houses = named.count(False)
    if not houses or named.count(True) < houses:
        return None
    behind = sum(not one and other for one, other in pairwise(named))
    before = sum(one and not other for one, other in pairwise(named))
    opening = sum(token.opens for token, one in zip(tokens, named, strict=True) if not one)
    if named[0] and before >= _MOSTLY * houses and not opening:
        return True
    return False if not named[0] and behind >= _MOSTLY * houses else None


def _is_people(text: str) -> bool:
    return is_name(without_position(text)) or is_position(text)


def _cut(token: Token, style: _Style) -> Iterator[Token]:
    """The token; two where a line's end, or a bracket's, stands for the mark between two institutions.

    In a cell of pairs, a line's end may stand for the blank between an institution and its person.
    """
    text = token.text
    houses = text.replace("／", "/").split("/")
    bars = _BAR.split(text) if "|" in text or "｜" in text else []
    if len(bars) > 1 and not any(map(is_name, bars)):
        houses = bars
    if houses is bars or (
        len(houses) > 1 and all(is_whole(one.strip()) and not unglued(one.strip()) for one in houses)
    ):
        yield from (replace(token, text=house, opens=True) for house in houses)
        return
    if " " not in text or text.isascii() or style.has_pairs:
        for one, other in _seams(token):
            if is_institution(one) and is_institution(other) and is_known(one) and is_known(other):
                yield replace(token, text=one)
                yield replace(token, text=other, opens=True)
                return
            if style.has_pairs and _is_seam(one, other):
                yield replace(token, text=f"{one} {other}")
                return
    closed = _CLOSED.fullmatch(text)
    if closed and is_known(closed["other"]) and is_house(closed["one"]):
        yield replace(token, text=closed["one"])
        yield replace(token, text=closed["other"], opens=True)
        return
    yield token


def _is_seam(one: str, other: str) -> bool:
    """Whether an institution ends with a line and its person begins the next."""
    if ":" in one or "：" in one or is_torn(one):
        return False
    is_first = one.isascii() or (" " not in one and (is_house(one) or not is_person(one)))
    return is_first and len(one) > 2 and is_name(other)  # noqa: PLR2004 - a name's first two characters


def _seams(token: Token) -> Iterator[tuple[str, str]]:
    """The token in two at each end of a line inside it."""
    parts = token.printed.split(SOFT)
    for i in range(1, len(parts)):
        one, other = "".join(parts[:i]).strip(), "".join(parts[i:]).strip()
        if one + other == token.text or f"{one} {other}" == token.text:
            yield one, other


def _read(token: Token, style: _Style, done: Sequence[Group]) -> Iterator[tuple[Group, bool]]:
    """The token's groups, each with whether it only adds to the group before."""
    if token.of_people:
        yield Group(None, group.people(token.text)), False
        return
    parts = _EITHER.split(token.text, maxsplit=1)
    if len(parts) > 1 and parts[1].strip():
        yield Group(group.institution(parts[0]), group.people(parts[1])), False
        return
    text = token.text.rstrip(":：")
    bracket = _BRACKET.match(text)
    if style.only_people:
        yield Group(None, group.people(text)), False
    elif bracket and (found := _bracketed(bracket["out"].strip(), bracket["inside"])):
        yield found, False
    elif style.people_first is not None:
        yield _alone(text, style, token, done)
    elif not style.names_people:
        yield from ((Group(group.institution(house)), False) for house in houses_of(text))
    else:
        yield from _among_pairs(text, style, token, done)


def _bracketed(out: str, inside: str) -> Group | None:
    """`机构（人、人）` or `人（机构）`."""
    if (is_name(out) or (is_latin(out) and not is_house(out))) and is_house(inside):
        return Group(group.institution(inside), group.people(out))
    if is_name(out) and len(inside) > 3 and not is_title(inside) and not lead.names_nobody(inside):  # noqa: PLR2004
        return Group(group.institution(inside), group.people(out))
    return Group(group.institution(out), group.people(inside)) if group.all_people(inside) else None


def _alone(text: str, style: _Style, token: Token, done: Sequence[Group]) -> tuple[Group, bool]:
    """A token of one institution or of people, who belong together in turn."""
    last = done[-1] if done else None
    if _is_people(text):
        joins = not token.is_led and last is not None and bool(last.institution) != bool(style.people_first)
        return Group(None, group.people(text)), joins
    joins = bool(style.people_first) and last is not None and last.institution is None
    return Group(group.institution(text)), joins


def _among_pairs(text: str, style: _Style, token: Token, done: Sequence[Group]) -> Iterator[tuple[Group, bool]]:
    """A token of a cell that names people: a pair, a person more, or an institution alone."""
    follows = not token.opens and bool(done)
    words = [part for word in words_of(text) for part in ((style.mostly_glued and unglued(word)) or (word,))]
    if len(words) > 1:
        is_pair = style.all_pairs and len(words) == len(words[0]) == _COUPLE  # a short house may look like a name
        yield from worded.groups(words, follows=follows and not is_pair)
    elif follows and _may_be_person(text, is_sure=style.houses_open):
        yield Group(None, group.people(text)), True
    elif done and done[-1].institution is None and is_person(text):
        yield Group(None, group.people(text)), False
    elif done and is_name(text):
        yield Group(None, group.people(text)), True
    else:
        parts = unglued(text) if style.has_glued or style.has_pairs else None
        yield Group(group.institution(parts[0] if parts else text), group.people(parts[1]) if parts else ()), False


def _may_be_person(text: str, *, is_sure: bool) -> bool:
    text = without_position(text)
    if is_institution(text) or (is_known(text) and not (is_sure and is_person(text))):
        return False
    is_short = 2 <= len(text) <= 3  # noqa: PLR2004
    return is_person(text) or is_latin(text) or is_short or bool(re.fullmatch(r"[㐀-鿿]{1,3}[A-Za-z]+", text))
