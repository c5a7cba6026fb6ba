"""Rosters: tables whose columns hold institutions, people and running numbers.

What a column holds is said by its heading, else by what most of its cells look like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.fields import column, group, inline, pairing
from extractors.fields.group import Group
from extractors.fields.house import is_house, is_known, is_name
from extractors.fields.name import is_institution, is_person
from extractors.fields.pairing import Pair
from extractors.fields.text import flat, join
from extractors.readers.form import Cell, Line

_SEAM = re.compile(r"\S(?:\s+|[:：—–－-]+)\S")
_MANY = 3  # lines of a cell that stand for several entries


def parse(rows: Sequence[Sequence[Cell]]) -> tuple[Group, ...]:
    """The groups of a table, row by row; cells that a merged one leaves out are filled in from the left."""
    width = max((len(row) for row in rows), default=0)
    full = [(*((),) * (width - len(row)), *row) for row in rows]
    roles: column.Roles | None = None
    body: list[tuple[Cell, ...]] = []
    for row in full:
        named = column.headed(row)
        if named:
            roles = named
        else:
            body.append(row)
    roles = _with_pairs(roles or column.voted(body, width), body)
    is_loose = _is_loose(body)
    return _joined(found for row in body for found in _row(row, roles, is_loose=is_loose))


def _with_pairs(roles: column.Roles, body: Sequence[Sequence[Cell]]) -> column.Roles:
    """The roles; where no column holds people, one of institutions may hold them with their people."""
    if "people" in roles:
        return roles
    return tuple(
        "pair" if role == "institution" and _holds_pairs([line for row in body for line in row[i]]) else role
        for i, role in enumerate(roles)
    )


def _holds_pairs(lines: Sequence[Line]) -> bool:
    return sum(map(_is_pair, lines)) * 2 > len(lines)


def columns(cells: Sequence[Cell]) -> tuple[Group, ...]:
    """The groups of columns that no borders part: each line an entry where no column holds people."""
    heading = column.headed([cell[:1] for cell in cells])
    body = tuple(cell[1:] for cell in cells) if heading else tuple(cells)
    roles = heading or column.voted([body], len(body))
    if "people" not in roles or any(map(_holds_pairs, body)):
        return _entries(sorted((line for cell in body for line in _closed(cell)), key=_place))
    found = _joined(_row(body, roles, is_loose=True))
    return tuple(one for one in found if one.people or not one.lines or inline.parse(one.lines))


def _entries(lines: Sequence[Line]) -> tuple[Group, ...]:
    """The groups of lines each of which is an entry: institutions alone, or with their people."""
    if _holds_pairs(lines):
        return inline.parse(lines)
    return tuple(Group(group.institution(flat((line,))), (), (line,)) for line in lines if inline.parse((line,)))


def _is_pair(line: Line) -> bool:
    """Whether a line names an institution with people of it."""
    return bool(_SEAM.search(line.text)) and any(one.institution and one.people for one in inline.parse((line,)))


def _closed(cell: Cell) -> Iterator[Line]:
    """The lines of a column, each an entry of its own: an institution's legal form goes with its name."""
    done: list[Line] = []
    for line in cell:
        if done and pairing.is_tail(line):
            done[-1] = replace(done[-1], text=join((done[-1].text, line.text)))
        else:
            done.append(replace(line, is_paragraph=True))
    return iter(done)


def _joined(found: Iterable[tuple[Group, bool]]) -> tuple[Group, ...]:
    """The groups, people that belong to the group before joined to it."""
    done: list[Group] = []
    for one, joins in found:
        if joins and done and one.people:
            last = done[-1]
            done[-1] = Group(last.institution, last.people + one.people, last.lines + one.lines)
        elif one.institution or one.people:
            done.append(one)
    return tuple(done)


def is_roster(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table is a list of participants: its headings say so, or most of its names do."""
    if any(column.headed(row) for row in rows):
        return True
    texts = [flat(cell) for row in rows for cell in row if cell]
    names = [text for text in texts if is_institution(text) or is_person(text) or is_known(text)]
    return bool(texts) and len(names) * 2 >= len([text for text in texts if not column.NUMBER.fullmatch(text)])


def _row(row: Sequence[Cell], roles: column.Roles, *, is_loose: bool) -> Iterator[tuple[Group, bool]]:
    """The groups of one row: columns are taken together until a role comes again."""
    bundle: dict[str, Cell] = {}
    for cell, role in (*zip(row, roles, strict=True), ((), "end")):
        if role in bundle or role == "end":
            yield from _bundle(bundle, has_houses="institution" in roles, is_loose=is_loose)
            bundle = {}
        if role == "pair":
            yield from ((one, False) for one in inline.parse(cell))
        if role in {"institution", "people", "number"}:
            bundle[role] = cell


def _bundle(bundle: dict[str, Cell], *, has_houses: bool, is_loose: bool) -> Iterator[tuple[Group, bool]]:
    """The bundle's groups, each with whether its people belong to the group before."""
    houses, names = bundle.get("institution", ()), bundle.get("people", ())
    edge = pairing.edge(names)
    if not is_loose or not houses:
        pairs: Iterable[Pair] = (Pair(houses, names, continues=not houses),)
    else:
        pairs = pairing.paired(houses, names)
    for pair in map(_straight, pairs):
        people = tuple(name for text in _texts(pair.names, edge) for name in group.people(text))
        yield (
            Group(group.institution(flat(pair.houses)), people, (*pair.houses, *pair.names)),
            (has_houses and pair.continues),
        )


def _straight(pair: Pair) -> Pair:
    """The pair; turned where the person stands in the institution's column."""
    is_turned = is_name(flat(pair.houses)) and is_house(flat(pair.names))
    return Pair(pair.names, pair.houses, continues=pair.continues) if is_turned else pair


def _texts(names: Cell, edge: float) -> Iterator[str]:
    """The texts of lines of people: a line's end parts two people, unless it stands inside a name."""
    text: list[Line] = []
    for line in names:
        if text and not _is_whole(text[-1], line) and pairing.runs_on(text[-1], line, edge):
            text.append(line)
        else:
            yield flat(text)
            text = [line]
    yield flat(text)


def _is_whole(upper: Line, lower: Line) -> bool:
    """Whether one person's name ends with the upper line and another's begins the lower one."""
    before, behind = group.people(upper.text), group.people(lower.text)
    return bool(before and behind) and is_person(before[-1]) and is_person(behind[0])


def _is_loose(body: Sequence[Sequence[Cell]]) -> bool:
    """Whether the cells hold lines of several entries: no borders part the rows."""
    many = [row for row in body if sum(len(cell) >= _MANY for cell in row) > 1]
    return len(many) * 2 > len(body) or (len(body) < _MANY and all(_is_level(row) for row in body))


def _is_level(row: Sequence[Cell]) -> bool:
    """Whether each line of the row's first cell has one beside it."""
    first, *others = [cell for cell in row if cell] or [()]
    beside = [line for cell in others for line in cell]
    return all(any(pairing.is_level(line, other) for other in beside) for line in first)


def _place(line: Line) -> tuple[int, float, float]:
    return (line.box.page, line.box.top, line.box.x0) if line.box else (0, 0.0, 0.0)
