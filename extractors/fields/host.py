"""上市公司接待人员: names with their titles.

Titles stand before or after the name, with colon, blank or nothing between; a title can serve
several names, and a name can have several titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.fields import joined
from extractors.fields.name import despread, has_surname, is_institution, is_person, is_title, without_honorific
from extractors.fields.post import (
    HAN,
    LATIN,
    NAMED_AFTER,
    NOBODY,
    is_name,
    is_nobody,
    is_post,
    without_company,
    words_of,
)
from extractors.fields.text import SOFT

_JOINING = re.compile(r"^(?:以及|及|和|与|还有)\s*")
_HONORIFIC = re.compile(r"(先生|女士|小姐)(?=[^\s、；;，,。：:\n（(]|\s+[^\s（(])")
_ASIDE = re.compile(
    r"(?P<named>[^（(]+|.+(?:先生|女士|小姐))\s*(?P<aside>[（(][^（(）)]*[)）])"
)  # what stands behind a name
_BOXED = re.compile(r"^[（(]([^（()）:：]+[:：][^（()）:：]+)[)）]$")  # a line in brackets: （主持人：甲）
_CHARGE = re.compile("[（(](?:分管|主管|负责|主持工作)")  # what a post is for
_PARTS = re.compile(r"([、；;，,。\n])")
_BRACKETED = re.compile(rf"^(?P<name>{HAN}|{LATIN})\s*[（(](?P<title>(?:[^（(）)]|[（(][^）)]*[）)])*)[）)]$")
_TITLE_BRACKETED = re.compile(rf"^(?P<title>[^（(]*)[（(](?P<name>{HAN})[）)]$")
_DASHED = re.compile(
    r"^(?P<left>[^-—–－/|｜]+?)\s*[-—–－/|｜]{1,2}\s*(?P<right>[^-—–－/|｜]+)$"
)  # 董事长—江某某, 江某某-董事长
_HEADED = re.compile(r"姓名\s*[:：]\s*([^\s,，、;；]+)[\s,，、;；]+职[务位]\s*[:：]\s*([^\n；;]+)")
_HEAD = re.compile(r"(?:序号|姓名|职务|职位|部门|\s)+")
_REST = re.compile(
    r"\s*(?:等(?:\d+人|[^、；;，,。\n]{0,8}(?:人员|人|成员|领导|高管|同事))?"
    r"|(?:以及|及|和|与)[^、；;，,。\n]*(?:人员|成员|同事|团队|部门|员工|领导|高管)"
    r"|(?:以及|及|和|与)(?:相关|其他|各)[^、；;，,。\n]*|(?:共同)?(?:出席|参加|参与|主持|接待|列席)(?:了|本次|此次)[^、；;，,。\n]*"
    r"|(?<=[）)])(?:出席|参加|参与|主持|列席)(?:会议|调研|活动|交流)?)$"
)  # others of whom nobody is named, and what those named did
_AND_BLANKS = re.compile(r"(?<=[㐀-鿿])\s+(?=兼任?\s*[㐀-鿿])|(?<=兼)\s+(?=[㐀-鿿])|(?<=兼任)\s+(?=[㐀-鿿])")
_NEXT_PAIR = re.compile(
    r"(?<=[:：])(\s*[^\s:：；;。]+(?:\s+(?:先生|女士))?)\s+(?=(?:[^\s:：、；;，,。]{1,12}[长理监书表裁人记事师任]、)*[^\s:：、；;，,。]{2,20}[:：])"
)
_INSIDE = re.compile(r"[（(][^（(）)]*[)）]")
_COUPLE = 2  # words: a name and its title
_MASK = dict(zip(map(ord, "、；;，,"), "\ue000\ue001\ue002\ue003\ue004", strict=True))
_UNMASK = {ord(masked): chr(mark) for mark, masked in _MASK.items()}
_SIDE = re.compile(
    r"(?:公司|上市公司|本公司|参会|出席)*(?:高管|高管人员|高级管理人员|领导|管理层|代表)?"
)  # who, not what
_LEAD = re.compile(
    r"^(?:公司)?(?:(?:参会|出席|接待|参与|与会)人员[:：]?|(?:领导|高管|管理层)[:：](?=\s*[㐀-鿿]{2,4}\s*[（(]))\s*"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A host's name with the printed title, and where in the text the name stands."""

    name: str
    title: str | None


@dataclass(frozen=True, slots=True)
class _Part:
    title: str | None
    name: str | None
    before: str  # the separator in front


def parse(text: str, company_names: Sequence[str] = ()) -> tuple[Named, ...]:
    """The hosts named in a cell's text, in order; staff of whom nobody is named are left out.

    `company_names` are the issuer's own names, which are no part of a title.

    >>> parse("董事长李琦先生，副总经理、董事会秘书 王诚，证券部工作人员")
    (Named(name='李琦', title='董事长'), Named(name='王诚', title='副总经理、董事会秘书'))
    """
    done: list[Named] = []
    titles: list[str] = []
    name_first = is_told = False  # a title stands behind its name; it was the last part
    parts = tuple(_parts(text, company_names))
    if _alternate(parts):
        return tuple(Named(part.name or "", below.title) for part, below in zip(parts[::2], parts[1::2], strict=True))
    for part in parts:
        if part.before in "\n；;。" and part.before:
            name_first = False
        if part.name and part.title:
            is_before = part.before.endswith("<")
            name_first = is_before
            done.append(Named(part.name, part.title if is_before else "".join([*titles, part.title])))
            titles = []
        elif part.name:
            shared = done[-1].title if done and not is_told and part.before.rstrip("<") in {"、", "，", ","} else None
            name_first = not titles and (name_first or shared is None)
            done.append(Named(part.name, "".join(titles).rstrip("、，,/ ") or shared))
            titles = []
        elif part.title and name_first and done:
            so_far = done[-1].title
            done[-1] = Named(done[-1].name, f"{so_far}{part.before}{part.title}" if so_far else part.title)
        elif part.title:
            titles.append(part.title + "、")
        else:
            titles = []
        is_told = name_first and not part.name
    return tuple(done)


def _alternate(parts: Sequence[_Part]) -> bool:
    """Whether each name stands on a line of its own and its title on the next."""
    apart = all(part.before in {"", "\n"} for part in parts)
    names = all(part.name and not part.title for part in parts[::2])
    return bool(parts) and len(parts) % 2 == 0 and apart and names and all(part.title for part in parts[1::2])


def _parts(text: str, company_names: Sequence[str]) -> Iterator[_Part]:
    """The text's parts between separators, each with the title and the name in it."""
    lines = (
        _LEAD.sub("", joined.NUMBERED.sub("", _BOXED.sub(r"\1", line.strip())))
        for line in joined.entries(text.replace(SOFT, ""))
    )
    prepared = _HEADED.sub(r"\2：\1", "\n".join(line for line in lines if not _HEAD.fullmatch(line)))
    prepared = joined.apart(_AND_BLANKS.sub("", prepared))
    prepared = _NEXT_PAIR.sub(r"\1；", _HONORIFIC.sub(r"\1、", despread(prepared)))
    pieces = ["", *_PARTS.split(_INSIDE.sub(lambda found: found.group().translate(_MASK), prepared))]
    for before, piece in zip(pieces[::2], pieces[1::2], strict=True):
        chunk = _REST.sub("", _JOINING.sub("", joined.NUMBERED.sub("", piece.translate(_UNMASK).strip())))
        if chunk:
            yield from _part(before, chunk, company_names)


def _part(before: str, chunk: str, company_names: Sequence[str]) -> Iterator[_Part]:
    """What one part names; an aside behind a name with its honorific belongs to that name's title."""
    aside = _ASIDE.fullmatch(chunk)
    if aside is None:
        yield from _plain_part(before, chunk, company_names)
        return
    *others, last = _plain_part(before, aside["named"], company_names)
    if last.name is None or (last.title is None and last.name == aside["named"].strip()):
        yield from _plain_part(before, chunk, company_names)
        return
    yield from others
    post = last.title + aside["aside"] if last.title else aside["aside"].strip("（()）")
    yield replace(last, title=post) if is_title(aside["aside"]) or _CHARGE.match(aside["aside"]) else last


def _plain_part(before: str, chunk: str, company_names: Sequence[str]) -> Iterator[_Part]:
    title, colon, names = chunk.replace("：", ":").partition(":")
    is_side = _SIDE.fullmatch(title.strip()) is not None and is_title(names)
    is_lead = is_side or title.strip() in company_names
    if colon and not is_lead and (is_post(title) or is_person(title) or not is_title(names)):
        yield from _after_colon(before, title, names, company_names)
        return
    words = words_of(names if colon else chunk)
    words = words[1:] if len(words) > 1 and words[0] in company_names else words
    yield from _dashed(before, " ".join(words)) or _worded(before, words, company_names)


def _after_colon(before: str, title: str, names: str, company_names: Sequence[str]) -> Iterator[_Part]:
    """A title before its names, or a name before its title; a house among the names is whom they come from."""
    if is_person(title) and is_title(names):
        yield _Part(names.strip(), without_honorific(title), before + "<")
        return
    said = _BRACKETED.match(names.strip())
    if said and is_title(said["title"]):
        title, names = f"{title}（{said['title']}）", said["name"]
    words = [without_honorific(_INSIDE.sub("", name)) for name in words_of(names)]
    people = [name for name in words if name and not (is_institution(name) and len(words) > 1)]
    yield _Part(without_company(title, company_names), people[0] if people else None, before)
    yield from (_Part(None, name, "、") for name in people[1:])


def _dashed(before: str, text: str) -> tuple[_Part, ...]:
    """A title and a name that a dash parts."""
    found = _DASHED.match(text)
    if found and is_person(found["left"]) and is_title(found["right"]):
        return (_Part(found["right"], without_honorific(found["left"]), before + "<"),)
    if found and is_person(found["right"]) and is_title(found["left"]):
        return (_Part(found["left"], without_honorific(found["right"]), before),)
    return ()


def _worded(before: str, words: list[str], company_names: Sequence[str]) -> Iterator[_Part]:
    """A part without colon: words, of which one or more are names."""
    in_turn = len(words) > _COUPLE and all(map(is_person, words[::2])) and all(map(is_post, words[1::2]))
    if in_turn and len(words) % _COUPLE == 0:
        yield from (_Part(post, name, "\n<") for name, post in zip(words[::2], words[1::2], strict=True))
        return
    text = " ".join(words)
    first = _bracketed(before, text) or _behind(before, words)
    at = next((i for i, word in enumerate(words) if i and is_name(word) and is_post(" ".join(words[:i]))), None)
    if first:
        yield first
    elif at is not None:
        yield _Part(without_company(" ".join(words[:at]), company_names), without_honorific(words[at]), before)
        yield from _following(words[at + 1 :], company_names)
    else:
        yield from _unparted(before, words, company_names)


def _bracketed(before: str, text: str) -> _Part | None:
    """A name with its title in brackets, or the other way round."""
    for pattern, mark in ((_BRACKETED, "<"), (_TITLE_BRACKETED, "")):
        found = pattern.match(text)
        if found and is_name(found["name"]):
            return _Part(found["title"].strip() or None, found["name"], before + mark)
    return None


def _behind(before: str, words: list[str]) -> _Part | None:
    """A name with its title behind a blank."""
    title = " ".join(words[1:])
    if is_person(words[0]) and is_title(title) and not is_person(words[-1]):
        return _Part(title, without_honorific(words[0]), before + "<")
    return None


def _following(words: list[str], company_names: Sequence[str]) -> Iterator[_Part]:
    """Words behind a title and its name: more names of the same title, then others."""
    for i, word in enumerate(words):
        if not is_name(word):
            yield from _worded("\n", words[i:], company_names)
            return
        yield _Part(None, without_honorific(word), "、")


def _unparted(before: str, words: list[str], company_names: Sequence[str]) -> Iterator[_Part]:
    """Names alone, a title alone, or both with nothing between them."""
    text = " ".join(words)
    plain = without_honorific(text)
    glued = NAMED_AFTER.match(plain)
    name = glued["name"] if glued else ""
    if glued and not is_nobody(name) and (plain != text or has_surname(name) or is_person(name)):
        yield _Part(without_company(glued["title"], company_names), name, before)
    elif all(is_name(word) for word in words):
        yield from (_Part(None, without_honorific(word), before) for word in words)
    elif is_title(text) and not NOBODY.search(text):
        yield _Part(without_company(text, company_names), None, before)
    else:
        yield _Part(None, None, before)
