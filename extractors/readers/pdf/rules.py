"""Ruling lines of a page, from its drawn paths.

Word and WPS draw borders as thin filled rectangles, others stroke lines; shading is a thick filled
rectangle and no border.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2.raw as pdfium

from extractors.readers.pdf import calls
from extractors.readers.pdf.calls import Bounds

_THIN = 3.0  # points; thicker filled rectangles are shading, but for long dark ones
_THICKEST, _LONG = 6.5, 8  # points, and how many times its thickness a border is long; text is taller
_DARK = 3 * 128  # red, green and blue of a thick border; shading is lighter
_SHORT = 4.0  # points; shorter marks are corners and strokes of drawn characters
_GAP = 3.0  # points between two pieces of one ruling line
_SAME = 1.6  # points between positions of one ruling line
_NESTING = 4

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Rule:
    """One ruling line: its position across, and the intervals it covers along; points, origin top left."""

    at: float
    spans: tuple[tuple[float, float], ...]

    @property
    def start(self) -> float:
        """Where it begins."""
        return self.spans[0][0]

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.spans[-1][1]

    def covers(self, start: float, end: float) -> bool:
        """Whether at most a tenth, or a gap, of the interval lies bare."""
        covered = sum(max(0.0, min(end, e) - max(start, s)) for s, e in self.spans)
        return (end - start) - covered <= max(_GAP, (end - start) * 0.1)


Ruling = tuple[tuple[Rule, ...], tuple[Rule, ...]]  # across the page, and along it


def rules(page: pdfium.FPDF_PAGE, left: float, height: float) -> Ruling:
    """The page's horizontal and vertical rules, pieces of one line joined, ordered by position."""
    return ruling((x0 - left, height - y1, x1 - left, height - y0) for x0, y0, x1, y1 in _drawn(page))


def ruling(marks: Iterable[Bounds]) -> Ruling:
    """The rules that drawn marks form: those that are thin one way and long the other; origin top left."""
    across: list[tuple[float, float, float]] = []
    along: list[tuple[float, float, float]] = []
    for x0, top, x1, bottom in marks:
        if _is_border(bottom - top, x1 - x0):
            across.append(((top + bottom) / 2, x0, x1))
        elif _is_border(x1 - x0, bottom - top):
            along.append(((x0 + x1) / 2, top, bottom))
    return _joined(across), _joined(along)


def _is_border(thickness: float, length: float) -> bool:
    return length > _SHORT and (thickness <= _THIN or (thickness <= _THICKEST and length > _LONG * thickness))


def _joined(pieces: list[tuple[float, float, float]]) -> tuple[Rule, ...]:
    groups: list[list[tuple[float, float, float]]] = []
    for piece in sorted(pieces):
        if groups and piece[0] - groups[-1][-1][0] <= _SAME:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    done: list[Rule] = []
    for group in groups:
        spans: list[tuple[float, float]] = []
        for start, end in sorted((start, end) for _, start, end in group):
            if spans and start - spans[-1][1] <= _GAP:
                spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
            else:
                spans.append((start, end))
        done.append(Rule(sum(piece[0] for piece in group) / len(group), tuple(spans)))
    return tuple(done)


def _drawn(page: pdfium.FPDF_PAGE) -> Iterator[Bounds]:
    """Bounds of every drawn mark, in points, origin bottom left."""
    return _marks(calls.things(page), _IDENTITY, 0)


def _marks(things: Iterable[calls.Thing], matrix: Matrix, depth: int) -> Iterator[Bounds]:
    """The marks of the paths among the things, and among those of forms in them."""
    for thing, kind in things:
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _path(thing, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _NESTING:
            yield from _marks(calls.things_in(thing), _times(_matrix(thing), matrix), depth + 1)


def _path(path: int, matrix: Matrix) -> Iterator[Bounds]:
    """A thin path as one mark, else its edges."""
    bounds = _moved(calls.bounds(path) or (0.0, 0.0, 0.0, 0.0), matrix)
    sides = sorted((bounds[2] - bounds[0], bounds[3] - bounds[1]))
    if sides[0] <= _THIN or (_is_border(*sides) and _is_dark(path)):
        yield bounds
    else:
        yield from _edges(path, matrix)


def _is_dark(path: int) -> bool:
    """Whether a path is only filled, and with the dark of a border."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(calls.pointer(path), fill, stroke)
    return bool(fill.value) and not stroke.value and sum((calls.fill(path) or ())[:3]) < _DARK


def _edges(thing: int, matrix: Matrix) -> Iterator[Bounds]:
    """Straight strokes of a path, and the thin parts of a filled one made of several."""
    path, fill, stroke = calls.pointer(thing), ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    count = pdfium.FPDFPath_CountSegments(path)
    if not stroke.value and count <= 5:  # noqa: PLR2004 - one filled rectangle: shading
        return
    full = _times(_matrix(thing), matrix)
    part: list[tuple[float, float]] = []
    for i in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, i)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            yield from _part(part, is_stroked=bool(stroke.value))
            part = []
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        part.append(_at(x.value, y.value, full))
        if pdfium.FPDFPathSegment_GetClose(segment):
            part.append(part[0])
    yield from _part(part, is_stroked=bool(stroke.value))


def _part(points: list[tuple[float, float]], *, is_stroked: bool) -> Iterator[Bounds]:
    if is_stroked:
        for (ax, ay), (bx, by) in pairwise(points):
            yield min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
    elif points:
        xs, ys = zip(*points, strict=True)
        yield min(xs), min(ys), max(xs), max(ys)


def _matrix(thing: int) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(calls.pointer(thing), matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(m: Matrix, n: Matrix) -> Matrix:
    """First m, then n."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _at(x: float, y: float, m: Matrix) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _moved(bounds: Bounds, m: Matrix) -> Bounds:
    if m == _IDENTITY:
        return bounds
    (ax, ay), (bx, by) = _at(bounds[0], bounds[1], m), _at(bounds[2], bounds[3], m)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
