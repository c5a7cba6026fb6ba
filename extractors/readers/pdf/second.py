"""A second reading of doubtful pages by pdfplumber, behind the interface of the first.

It maps characters by its own tables, finds drawn marks by its own interpreter and turns a turned page, at ten
times the cost. The text render mode, by which Chinese bold is drawn, is no part of its characters: pdfminer's
interpreter goes over the page once more and tells it to a device that keeps nothing else.
"""

from __future__ import annotations

import io
import math
import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager, PDFTextState
from pdfplumber import open as open_pdf
from pdfplumber.page import Page as PlumberPage
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from extractors.readers.pdf.calls import Bounds
from extractors.readers.pdf.characters import STROKED
from extractors.readers.pdf.rules import Ruling, ruling
from extractors.readers.pdf.sight import UNSEEN

_BLANK = 0.17  # of the height: a wider gap is a blank, as PDFium sees it too
_UNMAPPED = re.compile(r"\(cid:(\d+)\)")  # how pdfminer writes a character that no table maps
_LEVEL = 0.5  # of the height: a greater step begins a line

_BROKEN = (  # what pdfplumber and pdfminer raise on damaged files, or where they find fewer pages than PDFium
    PDFException, PdfminerException, MalformedPDFException, ArithmeticError, AssertionError, AttributeError,
    LookupError, RecursionError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip

Char = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The characters of one page as pdfplumber gives them; a drawn blank or line break has no character."""

    text: str
    chars: tuple[Char | None, ...]
    stroked: frozenset[int] = frozenset()  # places of the characters that are drawn with their outline
    unseen: frozenset[int] = frozenset()  # places of those that are drawn without ink
    corner: tuple[float, float] = (0.0, 0.0)  # left and top of what is shown of the page

    def box(self, i: int) -> Bounds:
        """The character's box; points, origin top left."""
        return _shown(self.chars[i] or {"x0": 0.0, "top": 0.0, "x1": 0.0, "bottom": 0.0}, self.corner)

    def font(self, i: int) -> str:
        """The name of the character's font."""
        char = self.chars[i]
        return str(char["fontname"]) if char else ""

    def is_bold(self, i: int) -> bool:
        """Whether the character is emphasised: stroked, or of a font that is called bold."""
        return i in self.stroked or "bold" in self.font(i).lower()

    def angle(self, i: int) -> int:
        """By how many degrees the character is turned, of 360."""
        char = self.chars[i]
        return round(math.degrees(math.atan2(-char["matrix"][1], char["matrix"][0]))) % 360 if char else 0

    def is_hidden(self, i: int) -> bool:
        """Whether the character is drawn without ink."""
        return i in self.unseen


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
    stroked: set[int] = set()
    unseen: set[int] = set()
    last: Char | None = None
    for char, mode in zip(page.chars, _modes(page), strict=True):
        for sign in _between(last, char):
            text.append(sign)
            chars.append(None)
        signs = _UNMAPPED.sub(_sign, char["text"])
        if mode == STROKED or mode in UNSEEN:
            (unseen if mode in UNSEEN else stroked).update(range(len(chars), len(chars) + len(signs)))
        text += signs
        chars += [char] * len(signs)
        last = char
    return Drawn("".join(text), tuple(chars), frozenset(stroked), frozenset(unseen), _corner(page))


def _sign(found: re.Match[str]) -> str:
    """What stands for a character that no table maps: a blank for a control code, else the sign of the unknown."""
    return " " if int(found[1]) < ord(" ") else "\ufffd"


class _Modes(PDFTextDevice):
    """A device that is told every character, and keeps the render mode of each."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.found: list[int] = []
        self._mode = 0

    def render_string(self, textstate: PDFTextState, *rest: Any) -> None:  # noqa: ANN401 - handed on as it comes
        """Note the mode and go through the characters."""
        self._mode = textstate.render
        super().render_string(textstate, *rest)

    def render_char(self, *_: object) -> float:
        """Keep the mode; where the character stands is not asked."""
        self.found.append(self._mode)
        return 0.0


def _modes(page: PlumberPage) -> list[int]:
    """The render mode of each of the page's characters."""
    device = _Modes(page.pdf.rsrcmgr)
    PDFPageInterpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    return device.found


def _between(last: Char | None, char: Char) -> str:
    """A line break or a blank before a character, where its place asks for one."""
    if last is None:
        return ""
    height = max(char["bottom"] - char["top"], 1.0)
    if abs(char["top"] - last["top"]) > _LEVEL * height or char["x0"] < last["x0"] - height:
        return "\n"
    is_wide = char["x0"] - last["x1"] > _BLANK * height
    return " " if is_wide and last["text"].strip() and char["text"].strip() else ""
