"""Two columns of lines as the rows of a table that shows no borders between them.

Word centres the shorter cell of a row beside the longer, or begins both at the same height. So the rows
are the cheapest way to take the lines of both columns from top to bottom, none reaching into the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.fields.paragraph import Frame, breaks_after
from extractors.readers.form import Cell, Line

_MOST_HOUSES, _MOST_NAMES = 5, 12  # lines of one row
_REACH = 0.35  # line heights that a row may reach into the next
_LEVEL, _BLOCK = 0.8, 0.45  # line heights that lines, and blocks of lines, of one row may be out of level
_TOP = 0.2  # what it costs to begin at one height instead of being centred
_ASKEW = 2.0  # what a line height out of level costs
_ALONE, _HEAD = 0.5, 0.8  # a house without people; people at the head of a page, who belong to the page before
_STRAY = 2.0  # people without a house elsewhere
_LEGAL, _RUN_ON, _END = 0.1, 0.4, 1.2  # a house's line before its legal form, one that fills its column, any other
_OPEN, _CLOSED = 0.3, 0.7  # a line of people that ends with a mark or fills its column, and any other
_FEW = 2
_PLAIN = 0.2  # twice how far out of level, in line heights, lines are at most that stand right beside each other
_TAIL = re.compile(
    r"(?:有限|公司|责任|股份|合伙|[（(]有限|[（(]普通|管理|企业|Co\b|Ltd|Limited|LLC|Inc\b|L\.?P|Corp|Pte)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A row: an institution's lines, and those of its people."""

    houses: Cell
    names: Cell
    continues: bool = False  # people at the head of a page


def paired(houses: Cell, names: Cell) -> Iterator[Pair]:
    """The rows of two columns, page by page; by their order where no places are known."""
    if not all(line.box for line in (*houses, *names)):
        yield from _in_order(houses, names)
        return
    edges = edge(houses), edge(names)
    for page in sorted({line.page or 0 for line in (*houses, *names)}):
        left, right = ([line for line in column if (line.page or 0) == page] for column in (houses, names))
        yield from _Page(left, right, *edges).rows()


def runs_on(upper: Line, lower: Line, right: float) -> bool:
    """Whether a line's text goes on in the next: it fills its column."""
    return not breaks_after(upper, lower, Frame(right=right, left=lower.box.x0 if lower.box else 0.0, step=0.0))


def edge(lines: Sequence[Line]) -> float:
    """How far right the lines reach: a column may end before its cell does."""
    return max((line.box.x1 for line in lines if line.box), default=0.0)


def is_tail(line: Line) -> bool:
    """Whether a line is only the end of an institution's name: its legal form."""
    return _TAIL.match(line.text.strip()) is not None


def is_level(one: Line, other: Line) -> bool:
    """Whether two lines stand at one height."""
    if not one.box or not other.box or one.page != other.page:
        return False
    shared = min(_bottom(one), _bottom(other)) - max(_top(one), _top(other))
    return shared > 0.55 * min(_height(one), _height(other))


def _in_order(houses: Cell, names: Cell) -> Iterator[Pair]:
    if len(houses) == len(names):
        yield from (Pair((house,), (name,)) for house, name in zip(houses, names, strict=True))
    else:
        yield Pair(houses, names)


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of both columns on one page, and how far right each column reaches."""

    houses: Sequence[Line]
    names: Sequence[Line]
    house_edge: float
    name_edge: float

    def rows(self) -> Iterator[Pair]:
        """The cheapest rows, from top to bottom."""
        end = len(self.houses), len(self.names)
        best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
        for total in range(sum(end)):
            for at in [(i, total - i) for i in range(total + 1) if (i, total - i) in best]:
                for to, cost in self._steps(*at):
                    if to not in best or best[at][0] + cost < best[to][0]:
                        best[to] = (best[at][0] + cost, at)
        path = [end]
        while path[-1] != (0, 0):
            path.append(best[path[-1]][1])
        for (i, j), (i2, j2) in pairwise(reversed(path)):
            yield Pair(tuple(self.houses[i:i2]), tuple(self.names[j:j2]), continues=i == j == i2)

    def _steps(self, i: int, j: int) -> Iterator[tuple[tuple[int, int], float]]:
        """The rows that may follow when so many lines are taken, with what they cost."""
        if self._is_plain(i, j) and self._is_plain(i + 1, j + 1):
            yield (i + 1, j + 1), 0.0
        else:
            yield from self._alone(i, j)
            yield from self._blocks(i, j)

    def _alone(self, i: int, j: int) -> Iterator[tuple[tuple[int, int], float]]:
        """The higher of the two next lines by itself."""
        house, name = self.houses[i : i + 1], self.names[j : j + 1]
        if house and not (name and _top(name[0]) < _top(house[0])):
            yield (i + 1, j), _ALONE
        if name and not (house and _top(house[0]) < _top(name[0])):
            yield (i, j + 1), _HEAD if i == j == 0 else _STRAY

    def _blocks(self, i: int, j: int) -> Iterator[tuple[tuple[int, int], float]]:
        """Rows of several lines that end above those that follow."""
        for k in range(min(1, len(self.houses) - i), min(_MOST_HOUSES, len(self.houses) - i) + 1):
            floor = _floor(self.houses, i + k)
            for m in range(k < _FEW, min(_MOST_NAMES, len(self.names) - j) + 1):
                houses, names = self.houses[i : i + k], self.names[j : j + m]
                if m and _bottom(names[-1]) > floor:
                    break
                if k + m > 1 and (not k or _bottom(houses[-1]) <= _floor(self.names, j + m)):
                    cost = self._cost(houses, names, is_head=i == j == 0)
                    if cost is not None:
                        yield (i + k, j + m), cost

    def _is_plain(self, i: int, j: int) -> bool:
        """Whether one line stands right beside one other."""
        if i >= len(self.houses) or j >= len(self.names):
            return i == len(self.houses) and j == len(self.names)
        house, name = self.houses[i], self.names[j]
        return abs(_top(house) + _bottom(house) - _top(name) - _bottom(name)) < _PLAIN * _height(name)

    def _cost(self, houses: Sequence[Line], names: Sequence[Line], *, is_head: bool) -> float | None:
        """How little a row of these lines is to be believed; None where it cannot be one."""
        slant = _slant(houses, names) if houses and names else 0.0
        if slant is None:
            return None
        alone = 0.0 if houses and names else _ALONE if houses else _HEAD if is_head else _STRAY * len(names)
        wraps = [self._house_wraps(upper, lower) for upper, lower in pairwise(houses)]
        wraps += [self._name_wraps(upper, lower) for upper, lower in pairwise(names)] if houses else []
        return alone + _ASKEW * slant + sum(wraps)

    def _house_wraps(self, upper: Line, lower: Line) -> float:
        if is_tail(lower):
            return _LEGAL
        return _RUN_ON if runs_on(upper, lower, self.house_edge) else _END

    def _name_wraps(self, upper: Line, lower: Line) -> float:
        is_open = upper.text.rstrip().endswith(("、", "，", ",", "；", ";", "/"))
        return _OPEN if is_open or runs_on(upper, lower, self.name_edge) else _CLOSED


def _floor(column: Sequence[Line], at: int) -> float:
    """How far down a row may reach above the column's line at this place."""
    return _top(column[at]) + _REACH * _height(column[at]) if at < len(column) else float("inf")


def _slant(houses: Sequence[Line], names: Sequence[Line]) -> float | None:
    """How far out of level two blocks stand, in line heights; None where they are not beside each other."""
    height = min(_height(houses[0]), _height(names[0])) or 1.0
    middles = (_top(block[0]) + _bottom(block[-1]) for block in (houses, names))
    centred = abs(next(middles) - next(middles)) / 2 / height
    level = abs(_top(houses[0]) - _top(names[0])) / height
    most = _LEVEL if len(houses) == len(names) == 1 else _BLOCK
    slant = min(centred, level + _TOP)
    return slant if slant <= most else None


def _top(line: Line) -> float:
    return line.box.top if line.box else 0.0


def _bottom(line: Line) -> float:
    return line.box.bottom if line.box else 0.0


def _height(line: Line) -> float:
    return _bottom(line) - _top(line)
