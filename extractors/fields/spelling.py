"""Spellings of an institution with its people, each turned to the one that most forms use: `机构：人、人`.

`【机构】人`, `机构-人`, `机构-行业-人-职务`, `机构/人`, `机构（代表：人）`, `机构人和人`, `个人投资者 人`.
"""

from __future__ import annotations

import re

from extractors.fields import group, lead
from extractors.fields.house import is_house, is_name, unglued
from extractors.fields.name import is_latin, is_person, without_honorific
from extractors.fields.position import is_position

_WORD = r"[^\s:：—–－/|｜_~～+-]+"
_DASH = r"\s*(?:[—–－-]{1,2}|[/|｜_~～+])\s*"
_DASHED = re.compile(rf"(?P<one>{_WORD}(?: {_WORD})*){_DASH}(?P<other>[^:：—–－/|｜_~～+-]+)")
_CHAIN = re.compile(_DASH)
_BOXED = re.compile(r"[【\[](?P<house>[^】\]]+)[】\]]\s*(?P<names>.*)")
_SAID = re.compile(
    r"(?P<house>[^（()）:：]+)[（(](?:参会|参与|与会)?(?:代表|人员|姓名)\s*[:：]\s*(?P<names>[^（()）]+)[)）]"
)
_NICKNAME = re.compile(r"(?P<named>.*[㐀-鿿·])\s*[（(](?P<latin>[A-Za-z][A-Za-z .]*)[)）]")  # 李琦（Vicky）
_LATIN_GLUED = re.compile(
    r"(?P<house>[A-Za-z][^㐀-鿿:：]*?(?:[（(][^（()）]*[)）])?)(?P<name>[㐀-鿿·]{2,8})"
)  # Fiction Capital李琦, Fiction Capital（虚构资本）李琦
_AND = re.compile(r"以及|及|和|与")
_LINKS = 3  # of a chain: institution, sector and person


def usual(token: str) -> str:
    """The token where it names somebody, as most forms write it; else nothing.

    >>> usual("虚构证券-电子-李琦"), usual("虚构证券李琦和王诚"), usual("参会人员名单")
    ('虚构证券：李琦', '虚构证券：李琦、王诚', '')
    """
    individual = lead.individual(token)
    if individual and group.all_people(individual[1]):
        return f"{individual[0]}：{individual[1]}"
    boxed = _BOXED.fullmatch(token)
    if boxed:
        return f"{boxed['house']}：{boxed['names']}" if boxed["names"] else boxed["house"]
    if said := _SAID.fullmatch(token):
        return f"{said['house']}：{said['names']}"
    glued = _LATIN_GLUED.fullmatch(token)
    if glued and glued["house"][-1] not in " -—–－/／|" and is_house(glued["house"]) and is_name(glued["name"]):
        return f"{glued['house']}：{glued['name']}"
    token = _without_nickname(token)
    found = _dashed(token) or _chained(token) or _joined(token)
    return found or ("" if lead.names_nobody(token) else token)


def _without_nickname(token: str) -> str:
    """The token without the Latin name in brackets behind a person's Chinese one."""
    found = _NICKNAME.fullmatch(token)
    is_persons = (
        found
        and not is_house(found["latin"])
        and (unglued(found["named"]) or is_name(re.split(r"[\s:：]", found["named"])[-1]))
    )
    return found["named"] if found and is_persons else token


def _dashed(token: str) -> str:
    """A dash or a stroke between an institution and its people, either first."""
    dashed = _DASHED.fullmatch(token)
    if dashed and " " in dashed["one"] and is_name(dashed["one"].split()[-1]):
        return token.replace("/", " ")
    for house, names in ((dashed["one"], dashed["other"]), (dashed["other"], dashed["one"])) if dashed else ():
        is_person_s = group.all_people(names) or (is_latin(names) and not is_house(names))
        if is_person_s and (is_house(house) or not is_person(house)):
            return f"{house}：{names}"
    return ""


def _chained(token: str) -> str:
    """An institution and its person in a chain with a sector or a position, or with its people.

    >>> _chained("虚构证券-电子-李琦"), _chained("虚构证券 李琦/王诚/赵倩")
    ('虚构证券：李琦', '虚构证券：李琦、王诚、赵倩')
    """
    links = _CHAIN.split(token.strip())
    if len(links) < _LINKS:
        return ""
    house, _, first = links[0].rpartition(" ")
    if is_house(house) and all(map(is_name, (first, *links[1:]))):
        return f"{house}：{'、'.join((first, *links[1:]))}"
    houses = [link for link in (links[0], links[-1]) if is_house(link) and not is_position(link)]
    people = [link for link in links if is_name(without_honorific(link)) and not is_position(link)]
    return f"{houses[0]}：{people[-1]}" if len(houses) == 1 and people else ""


def _joined(token: str) -> str:
    """An institution with two people whom a word joins; in a name the word is but a character."""
    for word in _AND.finditer(token):
        before, other = token[: word.start()], without_honorific(token[word.end() :])
        pair = unglued(before) or tuple(before.rsplit(maxsplit=1))
        if is_name(other) and len(pair) > 1 and is_house(pair[0]) and is_name(without_honorific(pair[1])):
            return f"{pair[0]}：{pair[1].strip()}、{other}"
    return ""
