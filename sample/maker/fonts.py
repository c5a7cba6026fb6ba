"""Fonts of the made PDFs: a free Chinese one, cut down to what is used, and box glyphs drawn here.

Digits and Latin letters come from the standard fonts, as they do from Times New Roman in real records.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont as SourceFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

PACKAGE = "fonts-wqy-microhei"
SEARCHED = (
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/usr/share/fonts/wqy-microhei/wqy-microhei.ttc",
    "/usr/local/share/fonts/wqy-microhei.ttc",
)
HAN = "Han"
SYMBOL_FONTS = {
    "\uf052": "Wingdings2",
    "\uf0a3": "Wingdings2",
    "\uf0fe": "Wingdings-Regular",
    "\uf0a8": "Wingdings-Regular",
    "\uf050": "Wingdings2",
    "\uf0a2": "Wingdings2",
    "\uf0fc": "Wingdings-Regular",
    "\uf06f": "Wingdings-Regular",
    "\uf0ab": "Wingdings-Regular",
}
_BOXES = "□☐■☑√"
_EM = 1000
_OUTER = ((120, -60), (120, 700), (880, 700), (880, -60))
_INNER = ((180, 0), (820, 0), (820, 640), (180, 640))
_CHECK = ((260, 330), (440, 130), (760, 560), (820, 500), (440, 20), (200, 280))
_SHAPES = {"empty": (_OUTER, _INNER), "ticked": (_OUTER, _INNER, _CHECK), "full": (_OUTER,), "check": (_CHECK,)}


class FontMissingError(Exception):
    """Raised when the Chinese font is nowhere; the message names the package that brings it."""

    def __init__(self) -> None:
        """Say what to install."""
        advice = f"install the Debian package {PACKAGE}, or name its wqy-microhei.ttc with --font"
        super().__init__(f"no Chinese font found: {advice}")


def find(named: Path | None) -> Path:
    """The font's path: the one named, else the first of the usual places.

    Raises FontMissingError.
    """
    places = [named] if named else [Path(place) for place in SEARCHED]
    for place in places:
        if place.is_file():
            return place
    raise FontMissingError


def register(path: Path, characters: str) -> None:
    """Make the fonts known to the PDF writer: the Chinese one with these characters only, and our boxes."""
    pdfmetrics.registerFont(TTFont(HAN, io.BytesIO(_cut_down(path, characters))))
    shapes = dict(zip((ord(char) for char in _BOXES), ("empty", "empty", "full", "ticked", "check"), strict=True))
    pdfmetrics.registerFont(TTFont("Boxes", io.BytesIO(_drawn("SegoeUISymbol", shapes))))
    for name, ticked, empty in (("Wingdings2", 0xF052, 0xF0A3), ("Wingdings-Regular", 0xF0FE, 0xF0A8)):
        pdfmetrics.registerFont(TTFont(name, io.BytesIO(_drawn(name, {ticked: "ticked", empty: "empty"}))))


def runs(text: str, *, bold: bool) -> Iterator[tuple[str, str]]:
    """The text's runs of one font each, as (font, text)."""
    for font, chars in groupby(text, key=lambda char: font_of(char, bold=bold)):
        yield font, "".join(chars)


def font_of(char: str, *, bold: bool) -> str:
    """The name of the font that a character is drawn in."""
    if char in SYMBOL_FONTS:
        return SYMBOL_FONTS[char]
    if char in _BOXES:
        return "Boxes"
    if char.isascii():
        return "Times-Bold" if bold else "Times-Roman"
    return HAN


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide the text is, in points."""
    return float(sum(pdfmetrics.stringWidth(part, font, size) for font, part in runs(text, bold=bold)))


def _cut_down(path: Path, characters: str) -> bytes:
    """The font with these characters, without hints and layout tables; the same bytes each time."""
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, recalc_timestamp=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "gasp", "vhea", "vmtx", "kern", "FFTM"]
    font = SourceFont(path, fontNumber=0, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(text=characters)
    cutter.subset(font)
    return _saved(font)


def _drawn(name: str, shapes: dict[int, str]) -> bytes:
    """A TrueType font of box glyphs at the given code points."""
    order = [".notdef", *sorted(set(shapes.values()))]
    builder = FontBuilder(_EM, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(dict(sorted(shapes.items())))
    builder.setupGlyf({shape: _glyph(_SHAPES.get(shape, ())) for shape in order})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (_EM, 0)))
    builder.setupHorizontalHeader(ascent=860, descent=-140)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(sTypoAscender=860, sTypoDescender=-140, usWinAscent=860, usWinDescent=140)
    builder.setupPost()
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    return _saved(builder.font)


def _glyph(contours: Sequence[Sequence[tuple[int, int]]]) -> object:
    pen = TTGlyphPen(None)
    for contour in contours:
        pen.moveTo(contour[0])
        for point in contour[1:]:
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()


def _saved(font: SourceFont) -> bytes:
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
