"""Houses: whether a text names an institution, and where the person begins that stands right behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from extractors.fields.name import is_institution, is_person, latin_split
from extractors.fields.position import without_position
from extractors.registers.institution import short_names

_SUFFIX = (
    r"证券|基金|资产|投资|资本|资管|保险|人寿|养老|银行|信托|理财|自营|私募|研究所|研究院|研究部|建投|国际|控股|集团|期货|公司|财富|财险|"
    r"證券|資產|投資|資本|保險|銀行|國際|集團|投信|日报|时报|证券报|财经|管理|合伙|中心|创投|产投|投顾|咨询|传媒|科技|实业|协会|学会|大学"
    r"|事务所|工作室|营业部|分公司|新闻|[)）]"
)
_ENDS = re.compile(_SUFFIX)
_DESK = re.compile("[部组]")
_LONGEST = 10  # characters of a known name before a person's
_PLACES = re.compile(
    "singapore|hong|kong|japan|tokyo|london|taiwan|new|york|shanghai|beijing|asia|china|korea|seoul|europe|america|us|uk"
)
_PERSON_WORDS = 3
_SHORT = 3  # characters of a desk, or of less than an institution
_SHORT_PAIR = range(4, 6)  # characters of a house of two and a person
_MOSTLY = 0.6


def is_known(text: str) -> bool:
    """Whether the register holds the name, Latin letters of any case."""
    return text in short_names() or (text.isascii() and text.casefold() in _latin())


def is_house(text: str) -> bool:
    """Whether the text is an institution's name: it holds a word that only institutions have, or is registered."""
    return is_institution(text) or is_known(text)


def is_name(text: str) -> bool:
    """Whether the text can be a person's Chinese name and is no institution's short one."""
    return is_person(text) and not is_known(text)


@lru_cache(maxsize=4096)  # asked again and again of the same words
def unglued(text: str) -> tuple[str, str] | None:
    """An institution and its person with nothing, 的, or only a position, between them.

    >>> unglued("虚构证券李琦"), unglued("虚构证券研究员李琦"), unglued("虚构证券")
    (('虚构证券', '李琦'), ('虚构证券', '李琦'), None)
    """
    for found in (*_ENDS.finditer(text), *_desks(text)):
        if name := _person(text[found.end() :].removeprefix("的")):
            return text[: found.end()], name
    for end in range(min(len(text) - 2, _LONGEST), 1, -1):
        if text[:end] in short_names() and (name := _person(text[end:])):
            return text[:end], name
    return None


def shortly(text: str) -> tuple[str, str] | None:
    """A house of two characters that no register holds and its person, run together: told by a whole list alone.

    >>> shortly("虚构李琦"), shortly("虚构证券"), shortly("欧阳李琦")
    (('虚构', '李琦'), None, None)
    """
    is_short = len(text) in _SHORT_PAIR and not is_house(text) and not is_person(text)
    return (text[:2], text[2:]) if is_short and is_name(text[2:]) else None


def _desks(text: str) -> Iterator[re.Match[str]]:
    """Where a department inside an institution ends: 虚构证券电子组."""
    return (found for found in _DESK.finditer(text) if is_institution(text[: found.start()]))


def houses_of(text: str) -> list[str]:
    """The institutions of a text without people: several where they stand in columns, or each word is one by itself.

    >>> houses_of("虚构证券  假设基金 "), houses_of("Fiction Capital")
    (['虚构证券', '假设基金'], ['Fiction Capital'])
    """
    columns = re.split(r"\s{2,}", text.strip())
    told = [is_institution(column) for column in columns]
    if len(columns) > 1 and sum(told) >= _MOSTLY * len(told) and all(len(column) > _SHORT for column in columns):
        return columns
    words = text.split()
    is_mixed = len({word.isascii() for word in words}) > 1
    return words if not is_mixed and all(is_known(word) or is_whole(word) for word in words) else [text]


def is_torn(text: str) -> bool:
    """Whether a text ends inside a legal form: 有限公|司."""
    return text.endswith(("股份", "股份有", "有限", "有限责任", "有限公", "有限责任公", "股份公"))


def is_whole(word: str) -> bool:
    """Whether a word is an institution by itself: 研究所 and 自营 are desks of one."""
    return len(word) > _SHORT and is_institution(word) and not word.isascii()


def latin_at(words: list[str]) -> int:
    """Where the person begins in Latin words: behind a known name and its place, else behind an institution's words."""
    known = next((n for n in range(len(words), 0, -1) if " ".join(words[:n]).casefold() in _latin()), 0)
    split = latin_split(words)
    while known and known < len(words) and _PLACES.fullmatch(words[known].casefold()):
        known += 1
    return known if known and (split < known or not is_institution(" ".join(words[:split]))) else split


def is_latin_pair(words: list[str]) -> bool:
    """Whether Latin words are surely an institution's and two or three of a person's."""
    at = latin_at(words)
    rest = words[at:]
    told = is_house(" ".join(words[:at]))
    return told and 1 < len(rest) <= _PERSON_WORDS and not any(_PLACES.fullmatch(word.casefold()) for word in rest)


def _person(text: str) -> str | None:
    name = without_position(text)
    return name if is_name(name) else None


@cache
def _latin() -> frozenset[str]:
    return frozenset(name.casefold() for name in short_names() if name.isascii())
