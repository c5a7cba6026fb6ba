"""Words of institutions and people in turn: `机构 人 人 机构 人`, `机构 职务 人`, `人 机构 职务`, in any script."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.fields import group
from extractors.fields.group import Group
from extractors.fields.house import is_house, is_known, is_name, latin_at
from extractors.fields.name import is_institution, is_person, is_title
from extractors.fields.position import is_position, without_position

_PERSON_WORDS = 3
_ODD = re.compile("[㐀-鿿]{3}")
_GLUED_LATIN = re.compile(r"(?P<house>[㐀-鿿]{2,}[㐀-鿿()（）]*)(?P<name>[A-Z][a-z]+)")


def groups(words: Sequence[str], *, follows: bool) -> Iterator[tuple[Group, bool]]:
    """The groups of words, each with whether its people belong to the group before."""
    told = [part for word in words if not is_position(word) for part in _scripts(word)]
    if not told:
        return
    if all(word.isascii() for word in told):
        yield _latin(told, follows=follows)
    elif is_turned(told):
        yield Group(group.institution(" ".join(told[1:])), group.people(told[0])), False
    else:
        yield from _in_turn(told, follows=follows)


def is_turned(words: Sequence[str]) -> bool:
    """Whether a person stands before the institution."""
    rest = [word for word in words[1:] if not is_position(word)]
    return bool(rest) and is_name(words[0]) and is_house(" ".join(rest)) and not any(map(is_name, rest))


def _scripts(word: str) -> tuple[str, ...]:
    """The word; two where a Latin name is glued to a Chinese institution."""
    found = _GLUED_LATIN.fullmatch(word)
    return (found["house"], found["name"]) if found and is_house(found["house"]) else (word,)


def _latin(words: list[str], *, follows: bool) -> tuple[Group, bool]:
    text = " ".join(words)
    if follows and len(words) <= _PERSON_WORDS and not is_house(text):
        return Group(None, (text,)), True
    at = latin_at(words)
    return Group(group.institution(" ".join(words[:at])), tuple(filter(None, [" ".join(words[at:])]))), False


def _in_turn(words: list[str], *, follows: bool) -> Iterator[tuple[Group, bool]]:
    house: list[str] = []
    names: list[str] = []
    joins = follows and is_name(words[0]) and len(words[0]) <= 3  # noqa: PLR2004
    for word, following in zip(words, [*words[1:], ""], strict=True):
        starts = len(word) > 3 and word.isalpha() and is_person(following)  # noqa: PLR2004 - no name of four characters
        is_odd = bool(names) and not following and _ODD.fullmatch(word) is not None  # a rare surname
        if not starts and _names(word, house, [] if is_odd else names, joins=joins):
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
    word = without_position(word)
    if is_known(word) or is_institution(word) or is_title(word):
        return False
    return is_person(word) or (len(word) <= 3 and not names and is_house(" ".join(house)))  # noqa: PLR2004


def _people(names: list[str]) -> tuple[str, ...]:
    return tuple(name for text in names for name in group.people(text))
