"""A second reading of doubtful pages by pdfplumber, behind the interface of the first.

It maps characters by its own tables, finds drawn marks by its own interpreter and turns a turned page, at ten
times the cost; bold drawn by a render mode is not known to it.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pdfminer.pdfexceptions import PDFException
from pdfplumber import open as open_pdf
from pdfplumber.page import Page as PlumberPage
from pdfplumber.utils.exceptions import PdfminerException

from extractors.readers.pdf.rules import Bounds, Ruling, ruling

_BLANK = 0.25  # of the height: a wider gap is a blank
_LEVEL = 0.5  # of the height: a greater step begins a line

_BROKEN = (  # what pdfplumber and pdfminer raise on damaged files, or where they find fewer pages than PDFium
    PDFException, PdfminerException, ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError,
    TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip

Char = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The characters of one page as pdfplumber gives them; a drawn blank or line break has no character."""

    text: str
    chars: tuple[Char | None, ...]
    corner: tuple[float, float] = (0.0, 0.0)  # left and top of what is shown of the page

    def box(self, i: int) -> Bounds:
        """The character's box; points, origin top left."""
        return _shown(self.chars[i] or {"x0": 0.0, "top": 0.0, "x1": 0.0, "bottom": 0.0}, self.corner)

    def font(self, i: int) -> str:
        """The name of the character's font."""
        char = self.chars[i]
        return str(char["fontname"]) if char else ""

    def is_bold(self, i: int) -> bool:
        """Whether the font is called bold."""
        return "bold" in self.font(i).lower()


@dataclass(frozen=True, slots=True)
class SecondPage:
    """What a page is made of."""

    characters: Drawn
    ruling: Ruling


def pages(content: bytes, numbers: Sequence[int]) -> Iterator[tuple[int, SecondPage]]:
    """The pages with these numbers, counted from 0; none where pdfplumber cannot read the file either."""
    if not numbers:
        return
    try:
        with open_pdf(io.BytesIO(content), pages=[number + 1 for number in numbers]) as document:
            for number, page in zip(numbers, document.pages, strict=True):
                yield number, SecondPage(_drawn(page), ruling(_marks(page)))
                page.close()
    except _BROKEN:
        return


def _marks(page: PlumberPage) -> Iterator[Bounds]:
    corner = _corner(page)
    for mark in (*page.lines, *page.rects, *page.curves):
        yield _shown(mark, corner)


def _shown(thing: Char, corner: tuple[float, float]) -> Bounds:
    left, top = corner
    return thing["x0"] - left, thing["top"] - top, thing["x1"] - left, thing["bottom"] - top


def _corner(page: PlumberPage) -> tuple[float, float]:
    """How much of the page's left and top is not shown, by its boxes and as it is turned."""
    media, crop = page.page_obj.mediabox, page.page_obj.cropbox
    left, bottom = (max(crop[i] - media[i], 0.0) for i in (0, 1))
    right, top = (max(media[i] - crop[i], 0.0) for i in (2, 3))
    return {0: (left, top), 90: (bottom, left), 180: (right, bottom), 270: (top, right)}[page.rotation % 360]


def _drawn(page: PlumberPage) -> Drawn:
    text: list[str] = []
    chars: list[Char | None] = []
    last: Char | None = None
    for char in page.chars:
        for sign in _between(last, char):
            text.append(sign)
            chars.append(None)
        text += char["text"]
        chars += [char] * len(char["text"])
        last = char
    return Drawn("".join(text), tuple(chars), _corner(page))


def _between(last: Char | None, char: Char) -> str:
    """A line break or a blank before a character, where its place asks for one."""
    if last is None:
        return ""
    height = max(char["bottom"] - char["top"], 1.0)
    if abs(char["top"] - last["top"]) > _LEVEL * height or char["x0"] < last["x0"] - height:
        return "\n"
    return " " if char["x0"] - last["x1"] > _BLANK * height else ""
