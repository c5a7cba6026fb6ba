"""A group: an institution with the people named of it, and the lines on which it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.fields.name import despread, is_person, without_honorific
from extractors.fields.position import house_only, is_position, without_position
from extractors.readers.form import Line

NUMBERED = re.compile(
    r"^\s*(?:\d{1,3}\s*[、.．)）](?!\d(?!\d{3}\s*年))|[一二三四五六七八九十]{1,3}\s*[、.．)）]|[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳•●◆■▪·*])\s*"
)
_HEADCOUNT = re.compile(r"\s*[（(]?(?:共|等)?\d{1,3}\s*(?:人|位|名)[)）]?$")
_OFFICE = re.compile(r"主持人?|记录人?|联系人|分析师|研究员|姓名|人员|参会人员|与会人员|参与人员")
_INDIVIDUAL = re.compile(
    r"(?:公司|中小)?(?:个人|自然人|独立)?(?:投资者|投资人|个人|自然人|股东)(?:代表)?(?:[（(]个人[)）])?"
)
PLACE = re.compile(
    "安徽|江苏|江西|山东|云南|海南|宁夏|宁波|广东|广州|杭州|苏州|常州|温州|成都|武汉|郑州|金华|乐山|台湾|徐州|江阴|安阳|安庆|余姚|滕州|"
    "荆州|荆门|梅州|柳州|莱芜|东莞|北京|天津|上海|厦门|深圳|珠海|青岛|横琴|前海|亚洲|中国|香港|华东|华南|华北"
)  # what stands in brackets inside an institution's name, like a person's
_ASIDE = re.compile(r"\s*[（(][^）)]*[)）]?\s*$")
_PEOPLE = re.compile(r"[、，,；;/\n]|(?<=[㐀-鿿])\s+(?=[㐀-鿿])|\s+(?=\d{1,2}\s*[、.．])|\s{2,}")
_AND_OTHERS = re.compile(r"等$")
_BEHIND = re.compile(r"(?<=[㐀-鿿])(?:等\d*人?|先生|女士)$")
_BARE = " 、，,；;。：:\t\n"


@dataclass(frozen=True, slots=True)
class Group:
    """An institution with its people; either may be missing."""

    institution: str | None
    people: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()


def institution(text: str) -> str | None:
    """An institution's name as printed, without numbering, marks around it, and brackets that nothing closes."""
    name = NUMBERED.sub("", text.strip()).strip(_BARE)
    name = house_only(_HEADCOUNT.sub("", _AND_OTHERS.sub("", name)))
    for opening, closing in ("（）", "()"):
        if name.endswith(closing) and opening not in name and "（" not in name and "(" not in name:
            name = name[:-1]
        if name.startswith(opening) and closing not in name:
            name = name[1:]
    return None if _INDIVIDUAL.fullmatch(name) or _OFFICE.fullmatch(name) else name or None


def people(text: str) -> tuple[str, ...]:
    """The people named in a text, without titles in brackets and honorifics."""
    return tuple(name for part in _PEOPLE.split(despread(text)) if not is_position(part) and (name := person(part)))


def all_people(text: str) -> bool:
    """Whether the text names people and nothing else."""
    names = people(text)
    return bool(names) and all(is_person(name) and not PLACE.fullmatch(name) for name in names)


def person(text: str) -> str | None:
    """A person's name as printed."""
    name = without_position(without_honorific(_ASIDE.sub("", NUMBERED.sub("", text))).strip(_BARE))
    name = _BEHIND.sub("", name)
    return None if not name or name in {"等", "无", "/", "-", "—"} or name.isdigit() else name
