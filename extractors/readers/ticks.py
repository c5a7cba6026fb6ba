"""Tick glyphs of symbol fonts: private-use code points to ticked and empty boxes.

The fonts are Wingdings, Wingdings 2 and Webdings (their character tables); producers put their codes at
U+F000 and above. Where the font's name is lost, the code point decides as in most of the records.
"""

from __future__ import annotations

import re

from extractors.readers.form import EMPTY, TICKED

_WINGDINGS = {
    0x6F: EMPTY, 0x70: EMPTY, 0x71: EMPTY, 0x72: EMPTY, 0xA1: EMPTY, 0xA8: EMPTY,
    0x6E: TICKED, 0x78: TICKED, 0xA4: TICKED, 0xFB: TICKED, 0xFC: TICKED, 0xFD: TICKED, 0xFE: TICKED,
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: TICKED, 0x50: TICKED, 0x51: TICKED, 0x52: TICKED, 0x53: TICKED, 0x54: TICKED,
    0xA2: TICKED, 0xA3: EMPTY,
}  # fmt: skip
_WEBDINGS = {0x63: EMPTY, 0x61: TICKED, 0x67: TICKED}
_UNNAMED = {**_WINGDINGS, **_WINGDINGS_2}
_PRIVATE = re.compile("[\uf000-\uf0ff]")


def is_private(char: str) -> bool:
    """Whether the character is a glyph of a symbol font."""
    return "\uf000" <= char <= "\uf0ff"


def has_private(text: str) -> bool:
    """Whether any of the characters is a glyph of a symbol font."""
    return _PRIVATE.search(text) is not None


def is_symbol_font(font: str) -> bool:
    """Whether the font draws signs for plain letters."""
    return any(name in font.lower() for name in ("wingdings", "webdings"))


def decode(char: str, font: str) -> str | None:
    """The box that a symbol font's glyph shows, None where it is no box that is known."""
    name = "".join(font.split()).replace("-", "").lower()
    if "wingdings2" in name:
        table = _WINGDINGS_2
    elif "wingdings" in name and "wingdings3" not in name:
        table = _WINGDINGS
    elif "webdings" in name:
        table = _WEBDINGS
    else:
        table = _UNNAMED
    return table.get(ord(char) - 0xF000)
