"""A scanned page as ink on paper: set straight, its borders found and wiped out, its boxes told from ticks.

Lengths are pixels of the picture that is looked at, `DPI` to the inch.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from extractors.readers.form import EMPTY, TICKED, UNSURE
from extractors.readers.pdf.calls import Bounds
from extractors.readers.pdf.seen import Frame

DPI = 200
_PAPER = 255
_AROUND = 61  # pixels around a pixel whose mean tells how bright the paper is there: shadows of a scan
_DARKER, _FAINT = 45, 20  # grey levels below it that are ink, and that are enough for a border
_ACROSS, _DOWN = 100, 70  # the shortest borders: longer than strokes of a title's characters and than a dash
_THICK = 9  # the thickest border
_STRIP = 160  # a border is measured in pieces of this length, since paper bends
_MOST_SKEW = 3.0  # degrees
_SMALL = 800  # width at which skew is measured
_FRAME = 0.85  # of each side that must be drawn to make a frame
_MARGIN = 3  # pixels of paper above and below a line
_LEAST = 0.6  # of the height at which a detector sees a line
_SQUARE = (0.75, 1.33)  # width to height of a box
_SIDE = (14, 70)  # of a box: 5 to 25 points
_FULL = 0.88  # of a filled box that is ink, of an empty one's inside that is paper
_STROKE = 2  # pixels: the stroke of a box
_HOLLOW, _MARKED = 0.03, 0.1  # of a box's inside: less ink is none, more is a mark


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page set straight: its grey values without borders, its ink (255 on 0) and the borders' bounds."""

    grey: np.ndarray
    ink: np.ndarray
    borders: tuple[Bounds, ...]


def sheet(grey: np.ndarray) -> Sheet:
    """The page whose grey values are given."""
    grey = straight(grey)
    faint = _ink(cv2.GaussianBlur(grey, (3, 3), 0), _FAINT)
    across, along = _long(faint, (1, _ACROSS)), _long(faint, (_DOWN, 1))
    borders = (*_pieces(across, 1), *_pieces(along, 0))
    wiped = cv2.dilate(across | along, np.ones((5, 5), np.uint8)) > 0
    return Sheet(
        np.where(wiped, _PAPER, grey).astype(np.uint8), np.where(wiped, 0, _ink(grey)).astype(np.uint8), borders
    )


def straight(grey: np.ndarray) -> np.ndarray:
    """The picture turned by the small angle at which its lines lie level; a line of text is dark between blank ones."""
    small = cv2.resize(grey, None, fx=_SMALL / grey.shape[1], fy=_SMALL / grey.shape[1], interpolation=cv2.INTER_AREA)
    ink = _ink(small)
    best = 0.0
    for reach, step in ((_MOST_SKEW, 0.5), (0.5, 0.1), (0.1, 0.02)):
        angles = np.arange(best - reach, best + reach + step / 2, step)
        best = float(max(angles, key=lambda angle: (_contrast(ink, angle), -abs(angle))))
    return _turned(grey, best, _PAPER) if abs(best) >= 0.02 else grey  # noqa: PLR2004 - the last step


def _contrast(ink: np.ndarray, angle: float) -> float:
    rows = _turned(ink, angle, 0).sum(axis=1, dtype=np.float64)
    return float(np.square(np.diff(rows)).sum())


def _turned(image: np.ndarray, angle: float, filler: int) -> np.ndarray:
    height, width = image.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(image, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=filler)


def _ink(grey: np.ndarray, darker: int = _DARKER) -> np.ndarray:
    return cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _AROUND, darker)


def _long(ink: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """The ink that runs so far down and across, small gaps closed."""
    gap = (3, 1) if size[0] > size[1] else (1, 3)
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones(gap, np.uint8))
    return cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones(size, np.uint8))


def _pieces(lines: np.ndarray, axis: int) -> Iterator[Bounds]:
    """Bounds of each thin piece, cut in strips along the axis."""
    cut = lines.copy()
    cut[(slice(None, None, _STRIP), slice(None)) if axis == 0 else (slice(None), slice(None, None, _STRIP))] = 0
    _, _, stats, _ = cv2.connectedComponentsWithStats(cut, connectivity=8)
    for x, y, width, height, _ in stats[1:].tolist():
        if (height if axis else width) <= _THICK:
            yield float(x), float(y), float(x + width), float(y + height)


def runs(ink: np.ndarray, box: Bounds, gap: float) -> Iterator[tuple[float, float]]:
    """From where to where there is ink inside the box, across; cut where a blank is wider than the gap."""
    x0, top, x1, bottom = (max(int(value), 0) for value in box)
    columns = np.flatnonzero(ink[top:bottom, x0:x1].any(axis=0))
    if not columns.size:
        return
    ends = np.flatnonzero(np.diff(columns) - 1 > gap)
    for start, end in zip(columns[[0, *(ends + 1)]], columns[[*ends, -1]], strict=True):
        yield x0 + float(start), x0 + float(end) + 1


def level(ink: np.ndarray, box: Bounds) -> Bounds:
    """The box with its top and bottom drawn in to the ink inside: a detector leaves much paper around a line."""
    x0, top, x1, bottom = (max(int(value), 0) for value in box)
    rows = np.flatnonzero(ink[top:bottom, x0:x1].any(axis=1))
    if not rows.size:
        return box
    first, last = top + int(rows[0]) - _MARGIN, top + int(rows[-1]) + 1 + _MARGIN
    lacking = max(_LEAST * (bottom - top) - (last - first), 0) / 2  # of a line of dashes
    return box[0], max(box[1], first - lacking), box[2], min(box[3], last + lacking)


def frames(ink: np.ndarray) -> Iterator[Frame]:
    """Boxes on the page and what their ink shows; a Chinese character that is drawn as a frame is one too."""
    found = list(_by_their_ink(ink))
    yield from found
    for bounds in _by_their_inside(ink):
        if not any(_overlap(bounds, other) for other, _ in found):
            yield bounds, EMPTY


def _by_their_ink(ink: np.ndarray) -> Iterator[Frame]:
    """Boxes whose ink touches no other."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    for x, y, width, height, _ in stats[1:].tolist():
        if _is_box(width, height):
            piece = ink[y : y + height, x : x + width] > 0
            bounds = float(x), float(y), float(x + width), float(y + height)
            if piece.mean() >= _FULL:
                yield bounds, "■"
            elif _is_framed(piece):
                yield bounds, _told(piece)


def _by_their_inside(ink: np.ndarray) -> Iterator[Bounds]:
    """Empty boxes, whatever their outside touches: a square of paper with ink all around it."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(cv2.bitwise_not(ink), connectivity=4)
    for x, y, width, height, area in stats[1:].tolist():
        if _is_box(width + 2 * _STROKE, height + 2 * _STROKE) and area >= _FULL * width * height:
            yield float(x - _STROKE), float(y - _STROKE), float(x + width + _STROKE), float(y + height + _STROKE)


def _is_box(width: int, height: int) -> bool:
    return _SIDE[0] <= height <= _SIDE[1] and _SQUARE[0] <= width / height <= _SQUARE[1]


def _overlap(one: Bounds, other: Bounds) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _is_framed(piece: np.ndarray) -> bool:
    deep = max(3, round(0.15 * piece.shape[0]))
    sides = (piece[:deep].any(0), piece[-deep:].any(0), piece[:, :deep].any(1), piece[:, -deep:].any(1))
    return all(side.mean() >= _FRAME for side in sides)


def _told(piece: np.ndarray) -> str:
    height, width = piece.shape
    down, right = round(0.22 * height), round(0.22 * width)
    share = float(piece[down:-down, right:-right].mean())
    return EMPTY if share < _HOLLOW else TICKED if share > _MARKED else UNSURE
