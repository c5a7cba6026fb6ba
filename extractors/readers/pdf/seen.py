"""What is recognised on a scanned page: runs of characters with their places, and the boxes that are ticked or not.

Recognisers skip small boxes and mistake them, so the boxes are found by their ink; the recogniser has a voice, and
where the two disagree the box is one of which nobody is sure. What the ink shows: `ink.frames`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.readers.form import EMPTY, TICKED, UNSURE
from extractors.readers.pdf.calls import Bounds

_HOLLOW = frozenset("□☐▢◻◽▫")
_FULL = frozenset("☑☒✅■◼")
_BARE = frozenset("√✓✔")  # ticks without a box
_SURE, _TICK = 0.8, 0.3  # least confidence in a box, a tick, where the ink shows no frame
_CHARACTER = 0.9  # from this confidence on a frame is part of a Chinese character such as 国
_NEAR = 2.0  # line heights from a box to the text it stands beside
_APART = 0.25  # line heights from a box to the middle of a character; nearer, it is a part of that
_HEIGHTS = (0.5, 1.1)  # of a line that a box may have


@dataclass(frozen=True, slots=True)
class Sign:
    """One character, how sure the recogniser is of it, and its box, of the line's height; pixels."""

    char: str
    trust: float
    box: Bounds

    @property
    def middle(self) -> float:
        """Where it stands across."""
        return (self.box[0] + self.box[2]) / 2


Run = tuple[Sign, ...]
Frame = tuple[Bounds, str]  # a box on the page, and what its ink shows: EMPTY, TICKED, UNSURE or ■


@dataclass(frozen=True, slots=True)
class Seen:
    """The characters of one page, a line break behind each run; `point` is a pixel's size."""

    signs: Run
    point: float

    @property
    def text(self) -> str:
        """All of them."""
        return "".join(sign.char for sign in self.signs)

    def box(self, i: int) -> Bounds:
        """The character's box, of the line's height; points, origin top left."""
        x0, top, x1, bottom = self.signs[i].box
        return x0 * self.point, top * self.point, x1 * self.point, bottom * self.point

    def font(self, _: int, /) -> str:
        """Empty: a picture names no font."""
        return ""

    def is_bold(self, _: int, /) -> bool:
        """False: emphasis is not looked for."""
        return False

    def angle(self, _: int, /) -> int:
        """0: what is turned is not recognised."""
        return 0

    def is_hidden(self, _: int, /) -> bool:
        """False: a picture shows what is recognised in it."""
        return False


def seen(runs: Sequence[Run], frames: Sequence[Frame], point: float) -> Seen:
    """The page's characters with every box told."""
    left = list(runs)
    framed: set[Sign] = set()
    for frame in frames:
        place = _beside(left, frame[0])
        if place is not None:
            left[place : place + 1] = _with(left[place], frame, framed)
    ended = [(*_told(run, framed), Sign("\n", 1.0, run[-1].box)) for run in left if run]
    return Seen(tuple(sign for run in ended for sign in run), point)


def _beside(runs: Sequence[Run], box: Bounds) -> int | None:
    """The run in whose line the box stands and that is nearest to it; None where it is too far off or does not fit."""
    middle = (box[1] + box[3]) / 2
    level = [(i, run) for i, run in enumerate(runs) if run[0].box[1] <= middle <= run[0].box[3]]
    if not level:
        return None
    i, run = min(level, key=lambda one: _away(one[1], box))
    high = run[0].box[3] - run[0].box[1]
    fits = _HEIGHTS[0] * high <= box[3] - box[1] <= _HEIGHTS[1] * high
    return i if fits and _away(run, box) <= _NEAR * high else None


def _away(run: Run, box: Bounds) -> float:
    return max(run[0].box[0] - box[2], box[0] - run[-1].box[2], 0.0)


def _with(run: Run, frame: Frame, framed: set[Sign]) -> list[Run]:
    """The run with the box in it, or the box and the run where it stands outside."""
    (x0, _, x1, _), shown = frame
    _, top, _, bottom = run[0].box
    mark = Sign(shown, 1.0, (x0, top, x1, bottom))
    at = next((i for i, sign in enumerate(run) if x0 <= sign.middle <= x1 and sign.char.strip()), None)
    if at is not None:
        if not _is_box(run[at]) and run[at].trust >= _CHARACTER:
            return [run]
        mark = replace(mark, char=_agreed(run[at], shown))
        framed.add(mark)
        return [(*run[:at], mark, *run[at + 1 :])]
    apart = _APART * (bottom - top)
    if any(x0 - apart <= sign.middle <= x1 + apart for sign in run if sign.char.strip()):
        return [run]
    framed.add(mark)
    if x1 <= run[0].box[0] or x0 >= run[-1].box[2]:
        return [(mark,), run]
    before = sum(sign.middle < x0 for sign in run)
    return [(*run[:before], mark, *run[before:])]


def _is_box(sign: Sign) -> bool:
    return sign.char in _HOLLOW or sign.char in _FULL or sign.char in _BARE


def _agreed(sign: Sign, shown: str) -> str:
    """What recogniser and ink say together; where the ink is not sure, a recogniser that is decides."""
    if not _is_box(sign):
        return shown
    if shown == UNSURE:
        return _alone(sign)
    return shown if (sign.char in _HOLLOW) == (shown == EMPTY) else UNSURE


def _told(run: Run, framed: set[Sign]) -> Run:
    """The run with the boxes told that only the recogniser has seen."""
    return tuple(sign if sign in framed or not _is_box(sign) else replace(sign, char=_alone(sign)) for sign in run)


def _alone(sign: Sign) -> str:
    if sign.char in _BARE:
        return TICKED if sign.trust >= _TICK else UNSURE
    if sign.trust < _SURE:
        return UNSURE
    return EMPTY if sign.char in _HOLLOW else TICKED
