"""Rosters: tables whose columns hold institutions, people and running numbers.

What a column holds is said by its heading, else by what most of its cells look like.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.fields import group
from extractors.fields.group import Group
from extractors.fields.name import is_institution, is_person
from extractors.fields.text import flat
from extractors.readers.form import Cell, Line
from extractors.registers.institution import short_names

_NUMBER = re.compile(r"\d{1,4}[.、]?")
_HEADINGS = (
    ("number", re.compile(r"序号|编号|No\.?")),
    ("people", re.compile(r".*(?:姓名|人员|参会人|联系人|与会者|参与人|调研人)(?:名单|姓名)?|人名")),
    ("title", re.compile(r"职务|职位|部门|备注|岗位")),
    ("institution", re.compile(r".*(?:单位|机构|公司|名称)(?:名称|全称|简称)?")),
)
_MANY = 3  # lines of a cell that stand for several entries

Roles = tuple[str, ...]


def parse(rows: Sequence[Sequence[Cell]]) -> tuple[Group, ...]:
    """The groups of a table, row by row; cells that a merged one leaves out are filled in from the left."""
    width = max((len(row) for row in rows), default=0)
    full = [(*((),) * (width - len(row)), *row) for row in rows]
    roles: Roles | None = None
    body: list[tuple[Cell, ...]] = []
    for row in full:
        named = _headed(row)
        if named:
            roles = named
        else:
            body.append(row)
    roles = roles or _voted(body, width)
    done: list[Group] = []
    for row in body:
        for found in _row(row, roles, is_only=len(body) < _MANY):
            if found.institution is None and done and "institution" in roles and found.people:
                last = done[-1]
                done[-1] = Group(last.institution, last.people + found.people, last.lines + found.lines)
            elif found.institution or found.people:
                done.append(found)
    return tuple(done)


def is_roster(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table is a list of participants: its headings say so, or most of its names do."""
    if any(_headed(row) for row in rows):
        return True
    texts = [flat(cell) for row in rows for cell in row if cell]
    names = [text for text in texts if is_institution(text) or is_person(text) or text in short_names()]
    return bool(texts) and len(names) * 2 >= len([text for text in texts if not _NUMBER.fullmatch(text)])


def _headed(row: Sequence[Cell]) -> Roles | None:
    """The roles that a heading row gives its columns; None for any other row."""
    texts = ["".join(flat(cell).split()) for cell in row]
    roles = tuple(next((role for role, words in _HEADINGS if words.fullmatch(text)), "") for text in texts)
    filled = [role for role, text in zip(roles, texts, strict=True) if text]
    heads = filled and all(filled) and all(len(text) <= 12 for text in texts) and {*filled} & {"people", "institution"}  # noqa: PLR2004
    return roles if heads and not any("有限" in text for text in texts) else None


def _voted(rows: Sequence[Sequence[Cell]], width: int) -> Roles:
    roles: list[str] = []
    for column in range(width):
        votes = Counter(_role(line.text.strip()) for row in rows for line in row[column])
        del votes[""]
        roles.append(votes.most_common(1)[0][0] if votes else "people" if "institution" in roles else "institution")
    return tuple(roles)


def _role(text: str) -> str:
    """What a line looks like; empty where it may be either."""
    if _NUMBER.fullmatch(text):
        return "number"
    parts = group.people(text)
    if text in short_names() or is_institution(text):
        return "institution"
    if parts and sum(map(is_person, parts)) * 2 >= len(parts):
        return "people"
    return "" if text.isascii() else "institution"


def _row(row: Sequence[Cell], roles: Roles, *, is_only: bool) -> Iterator[Group]:
    """The groups of one row: columns are taken together until a role comes again."""
    bundle: dict[str, Cell] = {}
    for cell, role in (*zip(row, roles, strict=True), ((), "end")):
        if role in bundle or role == "end":
            yield from _bundle(bundle, is_only=is_only)
            bundle = {}
        if role in {"institution", "people", "number"}:
            bundle[role] = cell
    yield from _bundle(bundle, is_only=is_only)


def _bundle(bundle: dict[str, Cell], *, is_only: bool) -> Iterator[Group]:
    houses, names = bundle.get("institution", ()), bundle.get("people", ())
    many = len(houses) >= _MANY and len(names) >= _MANY
    if many or (is_only and names and len(houses) > 1 and _aligned(houses, names)):
        yield from _paired(houses, names)
        return
    yield Group(group.institution(flat(houses)), group.people(flat(names)), (*houses, *names))


def _aligned(houses: Cell, names: Cell) -> bool:
    return len(houses) >= _MANY or all(any(_level(house, name) for name in names) for house in houses)


def _paired(houses: Cell, names: Cell) -> Iterator[Group]:
    """Two columns of lines paired by the height at which they stand; wrapped lines join their neighbours."""
    entries: list[tuple[list[Line], list[Line]]] = []
    for house in houses:
        beside = [name for name in names if _level(house, name)]
        if not beside and entries and (not entries[-1][1] or _between(entries[-1][0][-1], house, names)):
            entries[-1][0].append(house)
            entries[-1][1].extend(name for name in names if _is_between(entries[-1][0][-2], house, name))
        elif not beside and entries and _wraps(entries[-1][0][-1], house):
            entries[-1][0].append(house)
        else:
            entries.append(([house], beside))
    taken = {id(name) for _, used in entries for name in used}
    for name in names:
        if id(name) not in taken:
            above = [entry for entry in entries if _top(entry[0][0]) <= _top(name) + 1]
            (above[-1] if above else entries[0])[1].append(name)
    for left, right in entries:
        ordered = sorted(right, key=_top)
        yield Group(group.institution(flat(left)), group.people(flat(ordered)), (*left, *ordered))


def _top(line: Line) -> float:
    return (line.page or 0) * 10_000 + (line.box.top if line.box else 0)


def _level(one: Line, other: Line) -> bool:
    if not one.box or not other.box or one.page != other.page:
        return False
    shared = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
    return shared > 0.55 * min(one.box.bottom - one.box.top, other.box.bottom - other.box.top)


def _between(upper: Line, lower: Line, names: Cell) -> bool:
    return any(_is_between(upper, lower, name) for name in names)


def _is_between(upper: Line, lower: Line, name: Line) -> bool:
    """Whether a name stands centred beside two lines."""
    if not upper.box or not lower.box or not name.box or upper.page != lower.page or upper.page != name.page:
        return False
    middle, centre = (upper.box.top + lower.box.bottom) / 2, (name.box.top + name.box.bottom) / 2
    return abs(middle - centre) < 0.3 * (name.box.bottom - name.box.top)


def _wraps(upper: Line, lower: Line) -> bool:
    """Whether a name runs on: both lines Latin, or the lower one only the end of a legal form."""
    return (upper.text.isascii() and lower.text.isascii()) or bool(re.match(r"(?:有限|公司|责任|股份|合伙|管理)", lower.text.strip()))
