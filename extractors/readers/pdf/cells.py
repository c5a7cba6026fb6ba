"""Tables and their cells from ruling lines.

The rules of a table span a grid; neighbouring fields of the grid with no rule between them are one
cell. So merged cells, nested grids and rows that a page break leaves open need no case of their own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.readers.pdf.rules import Rule

_TOUCH = 3.0  # points between rules that meet
_TALL = 30.0  # points; shorter rules without a crossing are no table


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the grid's positions, and for each field (column by column) the cell it belongs to."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    roots: tuple[int, ...]

    def cell_at(self, x: float, y: float) -> int | None:
        """The cell in which a point lies, None outside the table."""
        i, j = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if 0 <= i < len(self.xs) - 1 and 0 <= j < len(self.ys) - 1:
            return self.roots[i * (len(self.ys) - 1) + j]
        return None

    def bounds(self) -> dict[int, tuple[float, float, float]]:
        """Left edge, top and right edge of every cell."""
        rows = len(self.ys) - 1
        found: dict[int, tuple[float, float, float]] = {}
        for field, root in enumerate(self.roots):
            x, y, x1 = self.xs[field // rows], self.ys[field % rows], self.xs[field // rows + 1]
            left, top, right = found.get(root, (x, y, x1))
            found[root] = (min(left, x), min(top, y), max(right, x1))
        return found


def tables(across: tuple[Rule, ...], along: tuple[Rule, ...]) -> tuple[Table, ...]:
    """The page's tables from top to bottom."""
    groups = [_table(a, b) for a, b in _connected(across, along) if b]
    return tuple(sorted((table for table in groups if table), key=lambda table: table.ys[0]))


def _connected(across: tuple[Rule, ...], along: tuple[Rule, ...]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that meet, as groups; upright rules side by side are one table even where no line closes it.

    An upright rule that is broken off may be of two tables, one below the other: its pieces are taken by themselves.
    """
    along = tuple(Rule(rule.at, (span,)) for rule in along for span in rule.spans)
    parent = list(range(len(across) + len(along)))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in _touching(across, along):
        parent[find(i)] = find(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i in range(len(parent)):
        levels, uprights = groups.setdefault(find(i), ([], []))
        if i < len(across):
            levels.append(across[i])
        else:
            uprights.append(along[i - len(across)])
    return [(levels, _whole(uprights)) for levels, uprights in groups.values()]


def _whole(pieces: list[Rule]) -> list[Rule]:
    """The rules of which these are pieces."""
    spans: dict[float, list[tuple[float, float]]] = {}
    for piece in pieces:
        spans.setdefault(piece.at, []).extend(piece.spans)
    return [Rule(at, tuple(found)) for at, found in spans.items()]


def _touching(across: tuple[Rule, ...], along: tuple[Rule, ...]) -> Iterator[tuple[int, int]]:
    """Pairs of rules of one table, by their places among all rules."""
    for j, upright in enumerate(along, len(across)):
        yield from ((i, j) for i, level in enumerate(across) if _meets(level, upright))
        beside = enumerate(along[: j - len(across)], len(across))
        yield from ((k, j) for k, other in beside if _side_by_side(upright, other))


def _meets(level: Rule, upright: Rule) -> bool:
    x_fits = any(start - _TOUCH <= upright.at <= end + _TOUCH for start, end in level.spans)
    return x_fits and any(start - _TOUCH <= level.at <= end + _TOUCH for start, end in upright.spans)


def _side_by_side(one: Rule, other: Rule) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > _TALL and shared > 0.5 * min(one.end - one.start, other.end - other.start)


def _table(across: list[Rule], along: list[Rule]) -> Table | None:
    """A table with its outline closed, None where the rules enclose nothing."""
    left = min(rule.start for rule in across) if across else min(rule.at for rule in along)
    right = max(rule.end for rule in across) if across else max(rule.at for rule in along)
    top, bottom = min(rule.start for rule in along), max(rule.end for rule in along)
    left, right = min(left, along[0].at), max(right, along[-1].at)
    if across:
        top, bottom = min(top, across[0].at), max(bottom, across[-1].at)
    if right - left < _TALL or bottom - top < _TOUCH * 2:
        return None
    xs = _positions([left, *(rule.at for rule in along), right])
    ys = _positions([top, *(rule.at for rule in across), bottom])
    return Table(xs, ys, _roots(xs, ys, across, along))


def _positions(values: list[float]) -> tuple[float, ...]:
    done: list[float] = []
    for value in sorted(values):
        if not done or value - done[-1] > _TOUCH:
            done.append(value)
    return tuple(done)


def _roots(xs: tuple[float, ...], ys: tuple[float, ...], across: list[Rule], along: list[Rule]) -> tuple[int, ...]:
    columns, rows = len(xs) - 1, len(ys) - 1
    parent = list(range(columns * rows))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i in range(columns):
        for j in range(rows):
            if j + 1 < rows and not _barred(across, ys[j + 1], xs[i], xs[i + 1]):
                parent[find(i * rows + j + 1)] = find(i * rows + j)
            if i + 1 < columns and not _barred(along, xs[i + 1], ys[j], ys[j + 1]):
                parent[find((i + 1) * rows + j)] = find(i * rows + j)
    return tuple(find(i) for i in range(columns * rows))


def _barred(rules: list[Rule], at: float, start: float, end: float) -> bool:
    return any(abs(rule.at - at) <= _TOUCH and rule.covers(start, end) for rule in rules)
