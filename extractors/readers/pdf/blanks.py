"""Blanks of a recognised run, told by its ink: a recogniser tells few of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractors.readers.pdf.seen import Run, Sign

_EM = 0.88  # of a line's height: a Chinese character's cell where no two stand side by side
_DIGIT = 0.55  # of that: a digit's cell
_EXCESS, _EXCESS_OF_DIGIT = 0.15, 0.2  # of that, by which a blank parts two cells; digits' widths differ by typeface
_TWICE = 1.7  # times the least such excess of the run; from there on it is two blanks
_GAP = 0.4  # of a cell; a wider gap is a blank beside other characters
_LATIN_GAP, _LATIN_GAPS = 0.2, 2.5  # of a cell, and times the usual gap of the run: a blank between Latin letters

Span = tuple[float, float]  # from where to where, across


def spaced(run: Run, bare: Sequence[Span]) -> Run:
    """The run with the blanks that its gaps stand for; `bare` is from where to where there is no ink.

    Chinese characters and digits fill cells of one width, and their ink stands in the middle of its cell: a blank is
    what parts two cells, for 口 leaves more paper around it than 国.
    """
    pairs = list(pairwise(run))
    gaps = [_gap(one, other, bare) for one, other in pairs]
    steps = [_step(*pair) for pair in pairwise(_middles(run, gaps))]
    known = [step for step, pair in zip(steps, pairs, strict=True) if step and all(map(_is_han, pair))]
    em = median(known) if known else _EM * (run[0].box[3] - run[0].box[1])
    parted = [_parted(step, pair, em) if step else None for step, pair in zip(steps, pairs, strict=True)]
    least = min((one for one in parted if one), default=em)
    usual = [_width(gap) for gap, pair in zip(gaps, pairs, strict=True) if all(map(_is_latin, pair))]
    latin = max(_LATIN_GAP * em, _LATIN_GAPS * median(usual)) if usual else 0.0
    done = [run[0]]
    for (one, other), gap, wide in zip(pairs, gaps, parted, strict=True):
        if wide is None:
            enough = latin if _is_latin(one) and _is_latin(other) else _GAP * em
            count = int(_may_part(one, other) and _width(gap) > enough)
        else:
            count = 0 if not wide else 1 if wide < _TWICE * least else 2
        done += [Sign(" ", 1.0, (one.box[2], one.box[1], one.box[2], one.box[3]))] * count
        done.append(other)
    return tuple(done)


def _gap(one: Sign, other: Sign, bare: Sequence[Span]) -> Span | None:
    """The widest gap between the two."""
    between = (span for span in bare if one.middle < (span[0] + span[1]) / 2 < other.middle)
    return max(between, key=_width, default=None)


def _width(gap: Span | None) -> float:
    return gap[1] - gap[0] if gap else 0.0


def _middles(run: Run, gaps: Sequence[Span | None]) -> list[float | None]:
    """Where the ink of each character has its middle; None where gaps part it from no neighbour."""
    starts = [run[0].box[0], *(gap and gap[1] for gap in gaps)]
    ends = [*(gap and gap[0] for gap in gaps), run[-1].box[2]]
    return [
        None if start is None or end is None else (start + end) / 2 for start, end in zip(starts, ends, strict=True)
    ]


def _step(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else other - one


def _parted(step: float, pair: tuple[Sign, Sign], em: float) -> float | None:
    """By how much the two cells are parted, 0 where it is less than by a blank; None for characters without a cell."""
    digits = sum(sign.char.isdecimal() for sign in pair)
    if digits + sum(map(_is_han, pair)) < len(pair) or digits == len(pair):
        return None
    excess = step - em * (_DIGIT + 1 if digits else 2) / 2
    return excess if excess > em * (_EXCESS_OF_DIGIT if digits else _EXCESS) else 0.0


def _may_part(one: Sign, other: Sign) -> bool:
    """Whether a gap between the two may be a blank: not beside punctuation, nor in a number, whose 1 is narrow."""
    is_number = one.char.isdigit() and other.char.isdigit()
    return not is_number and all(_is_han(sign) or _is_latin(sign) for sign in (one, other))


def _is_han(sign: Sign) -> bool:
    return "㐀" <= sign.char <= "鿿"


def _is_latin(sign: Sign) -> bool:
    return sign.char.isascii() and sign.char.isalnum()
