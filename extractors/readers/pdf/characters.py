"""The characters of a page: what a reading of it tells of each, and how PDFium tells it."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass, field
from typing import Protocol

import pypdfium2.raw as pdfium

from extractors.readers.pdf import sight
from extractors.readers.pdf.rules import Bounds

STROKED = 2  # text render mode fill and stroke: how Chinese bold is drawn
_HEAVY = 600
_FONT_NAME = 128  # bytes; hardly a name is longer


class Characters(Protocol):
    """The characters of one page in the order of drawing, a line break where the baseline moves."""

    @property
    def text(self) -> str:
        """All of them."""

    def box(self, i: int) -> Bounds:
        """The character's box, of the line's height; points, origin top left."""

    def font(self, i: int) -> str:
        """The name of the character's font, empty where it has none."""

    def is_bold(self, i: int) -> bool:
        """Whether the character is emphasised."""

    def angle(self, i: int) -> int:
        """By how many degrees the character is turned."""

    def is_hidden(self, i: int) -> bool:
        """Whether nobody sees the character."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The characters as PDFium gives them, and where the page's own corner lies."""

    page: pdfium.FPDF_TEXTPAGE
    text: str
    left: float
    top: float
    sheet: pdfium.FPDF_PAGE | None = None  # what is drawn beside the text; without it white counts as seen
    _grounds: list[Bounds] = field(default_factory=list)

    def box(self, i: int) -> Bounds:
        """The character's box, of the line's height."""
        rect = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self.page, i, rect)
        return rect.left - self.left, self.top - rect.top, rect.right - self.left, self.top - rect.bottom

    def font(self, i: int) -> str:
        """The name of the character's font, empty where it has none."""
        flags, name = ctypes.c_int(), ctypes.create_string_buffer(_FONT_NAME)
        size = pdfium.FPDFText_GetFontInfo(self.page, i, name, _FONT_NAME, flags)
        if size > _FONT_NAME:  # then nothing is written
            name = ctypes.create_string_buffer(size)
            pdfium.FPDFText_GetFontInfo(self.page, i, name, size, flags)
        return name.value.decode("utf-8", "replace")

    def is_bold(self, i: int) -> bool:
        """Whether the character is emphasised: stroked, or of a heavy font."""
        thing = pdfium.FPDFText_GetTextObject(self.page, i)
        if thing and pdfium.FPDFTextObj_GetTextRenderMode(thing) == STROKED:
            return True
        return bool(pdfium.FPDFText_GetFontWeight(self.page, i) >= _HEAVY) or "bold" in self.font(i).lower()

    def angle(self, i: int) -> int:
        """By how many degrees the character is turned, of 360."""
        return round(math.degrees(pdfium.FPDFText_GetCharAngle(self.page, i))) % 360

    def is_hidden(self, i: int) -> bool:
        """Whether the character has no ink, or is white where nothing is drawn behind it."""
        thing = pdfium.FPDFText_GetTextObject(self.page, i)
        if not thing:
            return False
        return sight.is_unseen(thing) or (self.sheet is not None and sight.is_white(thing) and not self._is_backed(i))

    def _is_backed(self, i: int) -> bool:
        """Whether a colour or a picture lies behind the character."""
        if not self._grounds:
            self._grounds.extend((sight.NOWHERE, *sight.grounds(self.sheet)))
        rect = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self.page, i, rect)
        x, y = (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2
        return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in self._grounds)
