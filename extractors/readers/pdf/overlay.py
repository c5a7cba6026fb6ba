"""Text set over a page: watermarks and stamps, slanted or large, which are no part of what the page says.

A run at another angle than most of the page is one, unless it is turned by a right angle in the size of the text: a
label may run upwards. A run in the page's own angle is one where it is larger than the text and covers some of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median

from extractors.readers.pdf.text import Piece

_SAME = 2  # degrees
_LARGE = 1.5  # sizes of the page's text
_RIGHT = 90


def parted(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces of the page's text, and those set over it."""
    if not pieces:
        return [], []
    counts: Counter[int] = Counter()
    for piece in pieces:
        counts[piece.angle] += len(piece.text)
    main = counts.most_common(1)[0][0]
    usual = median(piece.size for piece in pieces if piece.angle == main)
    over = [piece for piece in pieces if _is_over(piece, main, usual, pieces)]
    return [piece for piece in pieces if piece not in over] if over else list(pieces), over


def hidden(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that nobody sees; none where they are most of the page: recognised text lies so over a scan."""
    found = [piece for piece in pieces if piece.is_hidden]
    whole, unseen = (sum(len(piece.text) for piece in some) for some in (pieces, found))
    return found if 2 * unseen <= whole else []


def _is_over(piece: Piece, main: int, usual: float, pieces: Sequence[Piece]) -> bool:
    is_large = piece.size > _LARGE * usual
    if _apart(piece.angle, main, 360) > _SAME:
        return is_large or _apart(piece.angle, main, _RIGHT) > _SAME
    return is_large and any(other.size * _LARGE < piece.size and _covers(piece, other) for other in pieces)


def _apart(one: int, other: int, whole: int) -> int:
    """How many degrees lie between two angles, a whole turn or quarter counted as none."""
    difference = (one - other) % whole
    return min(difference, whole - difference)


def _covers(piece: Piece, other: Piece) -> bool:
    """Whether the middle of the other's height lies inside the piece, and some of its length."""
    middle = (other.top + other.bottom) / 2
    return piece.top < middle < piece.bottom and min(piece.x1, other.x1) - max(piece.x0, other.x0) > other.size
