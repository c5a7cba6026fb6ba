"""Blocks of participants: institutions and people that each stand for themselves, told apart by their leads.

`参与单位：甲、乙` above `参与人员：子、丑`; `机构名称：甲 参会人员：子` in turn; `Jane Wu, Some Capital` a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.fields.house import is_house, is_name, shortly, unglued
from extractors.fields.name import is_latin
from extractors.fields.position import without_position
from extractors.fields.token import Token

_NAME_WORDS = range(2, 4)  # of a Latin name that stands beside its institution
_MOSTLY = 0.6
_NAME = 3  # characters of most names
_COUPLE = 2  # tokens that prove a style
_BEHIND = re.compile(r"(?P<name>[^（()）]+)[（(](?P<house>[^（()）]+)[)）]")


def settled(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens; `of_people` is left only where a whole block names people and they have no one house before them.

    Where they have, they are one token with it; so are a person and the institution of a line in Latin letters.
    """
    done: list[Token] = []
    before: list[Token] = []
    for block in _runs(tuple(_with_house_behind(_latin(_glued_apart(tokens)))), by_lead=True):
        people = block[0].of_people and all(is_name(without_position(token.text)) for token in block)
        if people and len(before) == 1 and not before[0].of_people and _is_alone(before[0].text):
            done[-1] = _paired(before[0], block)
        elif block[0].of_people and _name_again(block, before):
            done[-len(before) :] = [replace(token, of_people=False) for token in block]
        else:
            done += [replace(token, of_people=people) for token in block]
        before = block
    return tuple(done)


def _name_again(block: Sequence[Token], houses: Sequence[Token]) -> bool:
    """Whether a block names people of each of the institutions that the block before lists alone."""
    names = [token.text for token in block]
    return bool(houses) and all(
        _is_alone(house.text) and any(name != house.text and name.startswith(house.text) for name in names)
        for house in houses
    )


def _glued_apart(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens; blanks part pairs of a house and its person that are each run together."""
    done: list[Token] = []
    for token in tokens:
        words = token.text.split()
        is_apart = len(words) > 1 and min(map(len, words)) > _NAME and all(map(unglued, words))
        done += [replace(token, text=word, opens=True) for word in words] if is_apart else [token]
    return tuple(done)


def shorts(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens; where each is a short house with its person run together, known or not, as `house：person`."""
    pairs = [unglued(token.text) or shortly(token.text) for token in tokens]
    if len(pairs) < _COUPLE or not all(pairs):
        return tokens
    return tuple(replace(token, text="：".join(pair)) for token, pair in zip(tokens, pairs, strict=True) if pair)


def _runs(tokens: Sequence[Token], *, by_lead: bool) -> Iterator[list[Token]]:
    """The tokens from one lead to the next, or from one entry to the next."""
    run: list[Token] = []
    for token in tokens:
        if run and (token.is_led if by_lead else token.opens):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _is_alone(text: str) -> bool:
    """Whether a text is one institution without its people."""
    return is_house(text) and not any(mark in text for mark in ":：") and not any(map(is_name, text.split()))


def _paired(house: Token, people: Sequence[Token]) -> Token:
    names = "、".join(token.text for token in people)
    return replace(house, text=f"{house.text}：{names}", end=people[-1].end)


def _with_house_behind(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens; people whose institution stands in brackets behind the last of them are one token with it."""
    for entry in _runs(tokens, by_lead=False):
        found = _BEHIND.fullmatch(entry[-1].text)
        names = [*(token.text for token in entry[:-1]), *found["name"].split()] if found else []
        if found and len(names) > 1 and is_house(found["house"]) and all(map(is_name, names)):
            yield replace(entry[0], text=f"{found['house']}：{'、'.join(names)}", end=entry[-1].end)
        else:
            yield from entry


def _latin(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens; where most entries are a person and an institution in Latin letters, such two are one."""
    entries = list(_runs(tokens, by_lead=False))
    pairs = [_latin_pair(entry) for entry in entries]
    if sum(map(bool, pairs)) <= max(1, _MOSTLY * len(entries)):
        return tuple(tokens)
    return tuple(token for entry, pair in zip(entries, pairs, strict=True) for token in ((pair,) if pair else entry))


def _latin_pair(entry: Sequence[Token]) -> Token | None:
    """An entry of two in Latin letters as `institution：person`; None for any other."""
    if len(entry) != 2 or not all(token.text.isascii() for token in entry):  # noqa: PLR2004 - a person and a house
        return None
    for house, person in (entry, entry[::-1]):
        is_person = is_latin(person.text) and len(person.text.split()) in _NAME_WORDS and not is_house(person.text)
        if is_person and is_house(house.text):
            return replace(entry[0], text=f"{house.text}：{person.text}", end=entry[1].end)
    return None
