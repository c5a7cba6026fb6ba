"""People whom a word joins, 董事长甲及董事会秘书乙, told from posts of one person, 董事及总经理丙."""

from __future__ import annotations

import re

from extractors.fields.name import is_person, without_honorific
from extractors.fields.post import NAMED_AFTER, NOBODY, is_nobody, is_post

_RUN = re.compile(r"[^、；;，,。：:\n]+")
_JOINED = re.compile("以及|及|和|与")


def apart(text: str) -> str:
    """The text with a mark for each word that joins two people; where it joins posts of one it stays.

    >>> apart("董事及总经理李琦与董事会秘书王诚")
    '董事及总经理李琦、董事会秘书王诚'
    """
    return _RUN.sub(_parted, text)


def _parted(run: re.Match[str]) -> str:
    text, start = run.group(), 0
    for word in _JOINED.finditer(run.group()):
        if _names_one(text[start : word.start()]) and _names_next(text[word.end() :]):
            text = f"{text[: word.start()]}{'、' * len(word.group())}{text[word.end() :]}"
            start = word.end()
    return text


def _names_next(text: str) -> bool:
    """Whether a text names another person, or the post of one."""
    return _names_one(text) or (is_post(text) and not NOBODY.search(text))


def _names_one(text: str) -> bool:
    """Whether a text begins with a post and ends with its person, or is a person's name."""
    plain = without_honorific(text)
    found = NAMED_AFTER.match(plain)
    name = found["name"] if found else plain.strip()
    return is_person(name) and not is_nobody(name)
