"""People whom a word or a blank joins, 董事长甲及董事会秘书乙, told from posts of one person, 董事及总经理丙."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fields.name import is_person, without_honorific
from extractors.fields.post import NAMED_AFTER, NOBODY, entitled, is_nobody, is_post

NUMBERED = re.compile(r"^\s*(?:\d{1,2}\s*[、.．)）]|\d{1,2}\s+(?=[㐀-鿿])|[（(]\d{1,2}[)）]|[①-⑳])\s*")
_NEXT_NUMBER = re.compile(
    r"\s*(?=[（(]?\d{1,2}[)）](?=\s*[㐀-鿿A-Z])|[②-⑳])|\s+(?=\d{1,2}\s*[、.．]\s*[㐀-鿿A-Z])"
)  # counts on in one line
_NEXT_BRACKETED = re.compile(r"(?<=[）)])\s*(?=(?P<name>[㐀-鿿]{2,4})\s*[（(])")  # 甲（总经理）乙（董秘）
_NEXT_BAR = re.compile(r"\s*[|｜]\s*(?=[^|｜:：]{2,20}[:：])")  # 董事长：甲|董秘：乙
_RUN = re.compile(r"[^、；;，,。：:\n]+")
_JOINED = re.compile("以及|及|和|与")
_BLANK = re.compile(r"(?<=\S)[ \t\u3000]+(?=\S)")
_MARKS = re.compile("[、，,/／]")
_WORD_BEFORE = re.compile(r"[^\s]+$")
_ANYBODY = "李琦"
_HONORIFIC = re.compile("先生|女士|小姐|博士|[（(]")


def entries(text: str) -> Iterator[str]:
    """The lines; a line that counts its entries, as `1）… 2）…`, is as many, and one of names and posts in turn."""
    for line in text.split("\n"):
        yield from _NEXT_NUMBER.split(line) if NUMBERED.match(line) else _in_turn(line)


def apart(text: str) -> str:
    """The text with a mark for each word that joins two people; where it joins posts of one it stays.

    >>> apart("董事及总经理李琦与董事会秘书王诚")
    '董事及总经理李琦、董事会秘书王诚'
    """
    text = _NEXT_BRACKETED.sub(lambda found: "、" if is_person(found["name"]) else found.group(), text)
    return _RUN.sub(_parted, _NEXT_BAR.sub("；", text))


def _in_turn(line: str) -> Iterator[str]:
    """The pairs of a line where each name has its posts behind it, which marks may part: 甲 董事长、总经理 乙 董秘.

    >>> list(_in_turn("李琦董事长 王诚董秘"))
    ['李琦 董事长', '王诚 董秘']
    """
    words = line.split()
    glued = [entitled(word) for word in words]
    if len(words) > 1 and all(glued):
        yield from (" ".join(found) for found in glued if found)
        return
    posts = [one for word in words[1::2] for one in _MARKS.split(word)]
    if len(words) > 2 and len(words) % 2 == 0 and all(map(is_person, words[::2])) and all(map(_is_bare_post, posts)):  # noqa: PLR2004
        yield from (f"{name} {post}" for name, post in zip(words[::2], words[1::2], strict=True))
    else:
        yield line


def _is_bare_post(text: str) -> bool:
    return is_post(text) and entitled(text) is None and _is_whole_post(text)


def _parted(run: re.Match[str]) -> str:
    text, start = _BLANK.sub(_blank_apart, run.group()), 0
    for word in _JOINED.finditer(text):
        if _names_one(text[start : word.start()]) and _names_next(text[word.end() :]):
            text = f"{text[: word.start()]}{'、' * len(word.group())}{text[word.end() :]}"
            start = word.end()
    return "、".join(_post_apart(part) for part in text.split("、"))


def _post_apart(text: str) -> str:
    """A name and the post right behind it with a blank between: 甲总经理."""
    found = entitled(text.strip())
    return " ".join(found) if found else text


def _blank_apart(blank: re.Match[str]) -> str:
    """A mark for a blank behind a post with its person right behind it: 董事长甲 总经理乙."""
    before, behind = _WORD_BEFORE.search(blank.string, 0, blank.start()), blank.string[blank.end() :]
    found = NAMED_AFTER.match(before.group()) if before else None
    is_named = before and found and is_person(found["name"]) and not _is_whole_post(before.group())
    return "、" if is_named and not _HONORIFIC.match(behind) else blank.group()


def _is_whole_post(word: str) -> bool:
    """Whether a word is a post to its end, though a shorter one begins it: 总工程师."""
    found = NAMED_AFTER.match(f"{word}{_ANYBODY}")
    return found is not None and found["name"] == _ANYBODY


def _names_next(text: str) -> bool:
    """Whether a text names another person, or the post of one."""
    return _names_one(text) or (is_post(text) and not NOBODY.search(text))


def _names_one(text: str) -> bool:
    """Whether a text begins with a post and ends with its person, or is a person's name."""
    if entitled(text.strip()):
        return True
    plain = without_honorific(text)
    found = NAMED_AFTER.match(plain)
    name = found["name"] if found else plain.strip()
    return is_person(name) and not is_nobody(name)
