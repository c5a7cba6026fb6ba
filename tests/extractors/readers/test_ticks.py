"""Ticks of symbol fonts, by font and code point."""

import pytest

from extractors.readers.form import EMPTY, TICKED
from extractors.readers.ticks import decode, has_private, is_private, is_symbol_font


@pytest.mark.parametrize("font", ["Wingdings 2", "Wingdings2", "Wingdings-2", "ABCDEF+Wingdings2", "wingdings 2"])
@pytest.mark.parametrize(
    ("char", "box"),
    [
        ("\uf052", TICKED),
        ("\uf0a3", EMPTY),
        ("\uf050", TICKED),
        ("\uf0a2", TICKED),
        ("\uf051", TICKED),
        ("\uf053", TICKED),
        ("\uf02a", None),
    ],
)
def test_wingdings_2(font: str, char: str, box: str | None) -> None:
    assert decode(char, font) == box


@pytest.mark.parametrize("font", ["Wingdings", "ABCDEF+Wingdings-Regular", "WINGDINGS"])
@pytest.mark.parametrize(
    ("char", "box"),
    [
        ("\uf0fe", TICKED),
        ("\uf0a8", EMPTY),
        ("\uf0fc", TICKED),
        ("\uf06f", EMPTY),
        ("\uf0fd", TICKED),
        ("\uf052", None),
        ("\uf0a3", None),
    ],
)
def test_wingdings(font: str, char: str, box: str | None) -> None:
    assert decode(char, font) == box


@pytest.mark.parametrize("font", ["", "宋体", "Wingdings 3", "SimSun"])
@pytest.mark.parametrize(
    ("char", "box"),
    [
        ("\uf052", TICKED),
        ("\uf0a3", EMPTY),
        ("\uf0fe", TICKED),
        ("\uf0a8", EMPTY),
        ("\uf0a2", TICKED),
        ("\uf050", TICKED),
        ("\uf001", None),
    ],
)
def test_without_the_font_the_code_point_decides(font: str, char: str, box: str | None) -> None:
    assert decode(char, font) == box


@pytest.mark.parametrize(
    ("char", "private"),
    [("\uf000", True), ("\uf0ff", True), ("\uf100", False), ("√", False), ("□", False), ("a", False)],
)
def test_which_characters_are_of_symbol_fonts(char: str, private: bool) -> None:
    assert is_private(char) == private


@pytest.mark.parametrize(
    ("font", "is_one"), [("Wingdings 2", True), ("ABCDEF+Webdings", True), ("SimSun", False), ("", False)]
)
def test_fonts_that_draw_signs_for_letters(font: str, is_one: bool) -> None:
    assert is_symbol_font(font) == is_one


@pytest.mark.parametrize(
    ("text", "found"), [("\uf052", True), ("是\uf0a3", True), ("√是", False), ("", False), ("\ue000", False)]
)
def test_a_text_holds_glyphs_of_symbol_fonts(text: str, found: bool) -> None:
    assert has_private(text) is found
