"""Text that nobody sees: drawn without ink, or white on the bare page."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium

from extractors.readers.pdf.rules import Bounds

UNSEEN = (3, 7)  # text render modes without ink
NOWHERE: Bounds = (0.0, 0.0, -1.0, -1.0)  # holds no point
_WHITE = 250  # of 255


def is_unseen(thing: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Whether a text object is drawn without ink."""
    return pdfium.FPDFTextObj_GetTextRenderMode(thing) in UNSEEN


def is_white(thing: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Whether an object is filled with white, or with nothing."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha):
        return False
    return alpha.value == 0 or min(red.value, green.value, blue.value) >= _WHITE


def grounds(page: pdfium.FPDF_PAGE) -> tuple[Bounds, ...]:
    """Where a page is filled with a colour or bears a picture, on which white is seen; origin bottom left."""
    found = []
    for i in range(pdfium.FPDFPage_CountObjects(page)):
        thing = pdfium.FPDFPage_GetObject(page, i)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT or (kind == pdfium.FPDF_PAGEOBJ_PATH and is_white(thing)):
            continue
        edges = [ctypes.c_float() for _ in range(4)]
        if pdfium.FPDFPageObj_GetBounds(thing, *edges):
            found.append((edges[0].value, edges[1].value, edges[2].value, edges[3].value))
    return tuple(found)
