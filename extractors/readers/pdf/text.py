"""Text of a page as pieces: runs of characters on one line of one cell.

PDFium hands out the page's characters in the order of drawing, with a line break where the baseline
moves. Boxes are asked for at the ends of a run, and for each character only where a run leaves its
cell: asking for all of them doubles the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from extractors.readers.pdf.calls import Bounds
from extractors.readers.pdf.cells import Table
from extractors.readers.pdf.characters import Characters
from extractors.readers.ticks import decode, has_private, is_private

_RUN = re.compile(r"[^\r\n]+")
_BLANKS = re.compile(r"\s+")  # a piece begins and ends with ink
_HAN, _SIGN = re.compile("[㐀-鿿]"), re.compile(r"\S")
_BOX = re.compile("[□■◻◼☐-☒√✓✔✗✘]")
_COLUMN_GAP = 1.6  # line heights; a wider gap parts columns
_BACK = 0.5  # line heights; a run that steps further back goes on where it has been before

Place = tuple[int, int] | None  # table and cell, None outside any
Gaps = tuple[tuple[float, float], ...]  # from where to where each blank of a run reaches


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters in one place; points, origin top left."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    bold: int
    place: Place
    gaps: Gaps = ()
    size: float = 0.0  # of its first character
    angle: int = 0  # degrees by which it is turned
    is_hidden: bool = False  # nobody sees it

    def parted(self, number: int) -> tuple[Piece, Piece]:
        """What stands left and right of the gap with this number."""
        blank = list(_BLANKS.finditer(self.text))[number]
        left, right = self.text[: blank.start()], self.text[blank.end() :]
        x1, x0 = self.gaps[number]
        bold = max(0, self.bold - blank.end())
        return (
            replace(self, text=left, x1=x1, bold=min(self.bold, len(left)), gaps=self.gaps[:number]),
            replace(self, text=right, x0=x0, bold=bold, gaps=self.gaps[number + 1 :]),
        )


def pieces(page: Characters, tables: tuple[Table, ...]) -> Iterator[Piece]:
    """The page's text, cut at line breaks and at cell borders, in the order of drawing."""
    for run in _RUN.finditer(page.text):
        start, end = _trimmed(page.text, run.start(), run.end())
        if start < end:
            for first, last, is_hidden in _by_sight(page, start, end):
                found = _split(page, tables, first, last)
                yield from (replace(piece, is_hidden=True) for piece in found) if is_hidden else found


def _by_sight(page: Characters, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The run with whether it is hidden; in parts where it begins seen and ends hidden, or the other way round."""
    is_hidden = page.is_hidden(start)
    if is_hidden == page.is_hidden(end - 1):
        yield start, end, is_hidden
        return
    inked = [i for i in range(start, end) if page.text[i].strip()]
    for is_hidden, part in groupby(inked, key=page.is_hidden):
        places = list(part)
        yield places[0], places[-1] + 1, is_hidden


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].strip():
        start += 1
    while end > start and not text[end - 1].strip():
        end -= 1
    return start, end


def _split(page: Characters, tables: tuple[Table, ...], start: int, end: int) -> Iterator[Piece]:
    head, tail = page.box(start), page.box(end - 1)
    place = _place(tables, head)
    if place == _place(tables, tail) and _level(head, tail) and tail[2] > head[0]:
        whole = _piece(page, start, end, place, (head, tail))
        if not _steps_back(whole) and not _has_late_mark(page, start, end):
            yield whole
            return
    first, box = start, head
    for i in range(start + 1, end):
        if not page.text[i].strip():
            continue
        here = page.box(i)
        where = _place(tables, here)
        if where is None and _runs_on(box, here):
            where = place
        if where != place or not _level(box, here) or here[0] < box[0] - _BACK * (box[3] - box[1]):
            yield _piece(page, *_trimmed(page.text, first, i), place)
            first, place = i, where
        box = here
    yield _piece(page, *_trimmed(page.text, first, end), place)


def _steps_back(piece: Piece) -> bool:
    """Whether a glyph of the run is drawn left of the one before it, as a tick of another font is drawn at last."""
    return any(end < start - _BACK * (piece.bottom - piece.top) for start, end in piece.gaps)


def _has_late_mark(page: Characters, start: int, end: int) -> bool:
    """Whether a box or tick of the run is drawn left of the character before it."""
    places = (found.start() for found in _BOX.finditer(page.text, start + 1, end))
    return any(page.text[i - 1].strip() and page.box(i)[0] < page.box(i - 1)[0] for i in places)


def _place(tables: tuple[Table, ...], box: Bounds) -> Place:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    for number, table in enumerate(tables):
        cell = table.cell_at(x, y)
        if cell is not None:
            return number, cell
    return None


def _level(one: Bounds, other: Bounds) -> bool:
    """Whether two boxes stand on one line."""
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared > 0.4 * min(one[3] - one[1], other[3] - other[1])


def _runs_on(box: Bounds, here: Bounds) -> bool:
    """Whether a glyph follows without a gap: text that is too wide for its cell runs over the table's border."""
    return _level(box, here) and here[0] - box[0] >= 0 and here[0] - box[2] < _BACK * (box[3] - box[1])


def _piece(page: Characters, start: int, end: int, place: Place, ends: tuple[Bounds, Bounds] | None = None) -> Piece:
    """The piece of these characters; the boxes of the first and the last are asked for where they are not known."""
    head, tail = ends or (page.box(start), page.box(end - 1))
    text, gaps = _spaced(page, start, end, max(head[3] - head[1], 1.0))
    bold = _bold(page, start, end)
    top, bottom = min(head[1], tail[1]), max(head[3], tail[3])
    size = max(head[2] - head[0], head[3] - head[1])
    whole = len(text) if bold == end - start else bold
    return Piece(text, head[0], top, tail[2], bottom, whole, place, gaps, size, page.angle(start))


def _spaced(page: Characters, start: int, end: int, height: float) -> tuple[str, Gaps]:
    """The run's text with ticks decoded and a tab for each gap that parts columns, and where its blanks stand."""
    text, gaps = page.text[start:end], []
    for gap in reversed(list(_BLANKS.finditer(text))):
        left, right = page.box(start + gap.start() - 1), page.box(start + gap.end())
        gaps.append((left[2], right[0]))
        if right[0] - left[2] > _COLUMN_GAP * height:
            text = text[: gap.start()] + "\t" + text[gap.end() :]
    if has_private(text):
        raw = page.text[start:end]
        fonts = {char: page.font(start + raw.index(char)) for char in set(raw) if is_private(char)}
        text = "".join(decode(char, fonts[char]) or char if is_private(char) else char for char in text)
    return text.replace("\ufffe", "-").replace("\x02", "-"), tuple(reversed(gaps))


def _bold(page: Characters, start: int, end: int) -> int:
    """How many leading characters are emphasised; Han characters decide, since digits come from other fonts."""
    first = _HAN.search(page.text, start, end) or _SIGN.search(page.text, start, end)
    if not first or not page.is_bold(first.start()):
        return 0
    deciding = [found.start() for found in first.re.finditer(page.text, start, end)]
    if page.is_bold(deciding[-1]):
        return end - start
    low, high = 0, len(deciding) - 1  # emphasised at low, not at high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if page.is_bold(deciding[middle]) else (low, middle)
    return deciding[high] - start
