"""Lines: text broken to a width as Chinese is, with no closing mark at the start of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sample.maker import fonts

_NO_START = "，。；：、？！）】》”’％…—·,.;:?!)]}%"
_NO_END = "（【《“‘(["
_PIECE = re.compile(r" +|[!-~]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Printed:
    """One line as it is printed: parts of one font and weight each."""

    parts: tuple[tuple[str, str, bool], ...]  # font, text, bold
    size: float
    width: float


def printed(text: str, bold: int, size: float) -> Printed:
    """The text as one line whose first characters are emphasised."""
    parts = [(font, part, True) for font, part in fonts.runs(text[:bold], bold=True)]
    parts += [(font, part, False) for font, part in fonts.runs(text[bold:], bold=False)]
    return Printed(tuple(parts), size, fonts.width(text[:bold], size, bold=True) + fonts.width(text[bold:], size))


def broken(text: str, bold: int, size: float, room: float, indent: float) -> Iterator[Printed]:
    """The text in lines no wider than the room; the first line is shorter by its indent."""
    start, used, cut = 0, indent, 0
    for word in _words(text):
        if cut > start and used + fonts.width(word.rstrip(), size, bold=cut < bold) > room:
            yield printed(text[start:cut].rstrip(), max(0, bold - start), size)
            start, used = cut, 0.0
        if cut == start and start and word.isspace():
            cut += len(word)
            start = cut
            continue
        used += fonts.width(word, size, bold=cut < bold)
        cut += len(word)
    if cut > start:
        yield printed(text[start:cut].rstrip(), max(0, bold - start), size)


def _words(text: str) -> Iterator[str]:
    """Pieces that no line break cuts: Latin words, and characters with the marks that cling to them."""
    done = ""
    for piece in _PIECE.findall(text):
        if done and not (piece[0] in _NO_START or done[-1] in _NO_END):
            yield done
            done = ""
        done += piece
    if done:
        yield done
