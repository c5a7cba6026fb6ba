"""Calls by address: they hand out what the bindings hand out."""

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from extractors.readers.pdf import calls
from tests.factory.pdf import LEFT, Sheet


def page_of(sheet: Sheet) -> tuple[pypdfium2.PdfDocument, pypdfium2.PdfPage]:
    """The first page, and its document, which has to live as long."""
    document = pypdfium2.PdfDocument(sheet.content())
    return document, document[0]


def test_things_are_all_but_text_with_their_kinds() -> None:
    sheet = Sheet()
    sheet.text(LEFT, 60, "虚构证券")
    sheet.bar(100, 100, 200, 102, 0.2)
    sheet.bar(100, 200, 300, 201, 1.0)
    document, page = page_of(sheet)
    found = calls.things(page.raw)
    assert [kind for _, kind in found] == [pdfium.FPDF_PAGEOBJ_PATH] * 2
    assert [round(edge) for edge in calls.bounds(found[1][0]) or ()][::2] == [100, 300]
    assert calls.fill(found[0][0]) == (51, 51, 51, 255)
    edges = [ctypes.c_float() for _ in range(4)]
    assert pdfium.FPDFPageObj_GetBounds(calls.pointer(found[0][0]), *edges)
    assert calls.bounds(found[0][0]) == tuple(edge.value for edge in edges)
    page.close()
    document.close()


@pytest.mark.parametrize("i", [0, 3])
def test_characters_are_told_as_by_the_bindings(i: int) -> None:
    sheet = Sheet()
    sheet.text(LEFT, 60, "虚构证券")
    document, page = page_of(sheet)
    text = page.get_textpage()
    rect = pdfium.FS_RECTF()
    assert pdfium.FPDFText_GetLooseCharBox(text.raw, i, rect)
    assert calls.loose_box(text.raw, i) == (rect.left, rect.bottom, rect.right, rect.top)
    thing = pdfium.FPDFText_GetTextObject(text.raw, i)
    assert calls.text_object(text.raw, i) == ctypes.cast(thing, ctypes.c_void_p).value
    assert calls.render_mode(calls.text_object(text.raw, i)) == pdfium.FPDFTextObj_GetTextRenderMode(thing)
    assert calls.weight(text.raw, i) == pdfium.FPDFText_GetFontWeight(text.raw, i)
    text.close()
    page.close()
    document.close()


def test_a_character_that_is_none_has_no_box() -> None:
    sheet = Sheet()
    sheet.text(LEFT, 60, "虚构证券")
    document, page = page_of(sheet)
    text = page.get_textpage()
    assert calls.loose_box(text.raw, 0) != calls.loose_box(text.raw, 10_000) == (0.0, 0.0, 0.0, 0.0)
    text.close()
    page.close()
    document.close()
