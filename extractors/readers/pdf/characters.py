"""The characters of a page: what a reading of it tells of each, and how PDFium tells it."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeAlias

import pypdfium2.raw as pdfium

from extractors.readers.pdf import calls, sight
from extractors.readers.pdf.calls import Bounds

STROKED = 2  # text render mode fill and stroke: how Chinese bold is drawn
_HEAVY = 600
_FONT_NAME = 128  # bytes; hardly a name is longer
_Ink: TypeAlias = Literal["none", "white", "seen"]


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
    _bold: dict[int | None, bool] = field(default_factory=dict)  # by text object: its characters look alike
    _ink: dict[int, _Ink] = field(default_factory=dict)

    def box(self, i: int) -> Bounds:
        """The character's box, of the line's height."""
        x0, bottom, x1, top = calls.loose_box(self.page, i)
        return x0 - self.left, self.top - top, x1 - self.left, self.top - bottom

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
        thing = calls.text_object(self.page, i)
        if thing not in self._bold:
            is_stroked = thing and calls.render_mode(thing) == STROKED
            self._bold[thing] = is_stroked or calls.weight(self.page, i) >= _HEAVY or "bold" in self.font(i).lower()
        return self._bold[thing]

    def angle(self, i: int) -> int:
        """By how many degrees the character is turned, of 360."""
        turn = calls.angle(self.page, i)
        return round(math.degrees(turn)) % 360 if turn else 0

    def is_hidden(self, i: int) -> bool:
        """Whether the character has no ink, or is white where nothing is drawn behind it."""
        thing = calls.text_object(self.page, i)
        if not thing:
            return False
        if thing not in self._ink:
            self._ink[thing] = "none" if sight.is_unseen(thing) else "white" if sight.is_white(thing) else "seen"
        ink = self._ink[thing]
        return ink == "none" or (ink == "white" and self.sheet is not None and not self._is_backed(i))

    def _is_backed(self, i: int) -> bool:
        """Whether a colour or a picture lies behind the character."""
        if not self._grounds:
            self._grounds.extend((sight.NOWHERE, *sight.grounds(self.sheet)))
        left, bottom, right, top = calls.loose_box(self.page, i)
        x, y = (left + right) / 2, (bottom + top) / 2
        return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in self._grounds)
