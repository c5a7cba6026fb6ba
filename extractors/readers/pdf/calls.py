"""PDFium's calls that are made for every character and drawn thing of a page, by plain address.

As the bindings come, what such a call hands out is wrapped in a pointer, which takes three times as long as the call.
A thing is the address of an object of the page. PDFium is asked from one thread, so the calls share what they fill.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import POINTER, addressof, c_float, c_int, c_uint, c_ulong, c_void_p, sizeof
from itertools import repeat
from typing import Any, TypeAlias

import pypdfium2.raw as pdfium

Bounds: TypeAlias = tuple[float, float, float, float]
Thing: TypeAlias = tuple[int, int]  # with its kind
_TEXT = pdfium.FPDF_PAGEOBJ_TEXT


def _bound(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:  # noqa: ANN401 - ctypes has no types
    """The function with other types of what it takes and hands out."""
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, c_void_p).value or 0)


_rect, _edges, _color = pdfium.FS_RECTF(), (c_float * 4)(), (c_uint * 4)()
_each_edge = [addressof(_edges) + i * sizeof(c_float) for i in range(4)]
_each_color = [addressof(_color) + i * sizeof(c_uint) for i in range(4)]

_count = _bound(pdfium.FPDFPage_CountObjects, c_int, c_void_p)
_object = _bound(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
_count_in = _bound(pdfium.FPDFFormObj_CountObjects, c_int, c_void_p)
_object_in = _bound(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_ulong)
_kind = _bound(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
_bounds = _bound(pdfium.FPDFPageObj_GetBounds, c_int, *[c_void_p] * 5)
_fill = _bound(pdfium.FPDFPageObj_GetFillColor, c_int, *[c_void_p] * 5)
_loose_box = _bound(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, POINTER(pdfium.FS_RECTF))

text_object = _bound(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
render_mode = _bound(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
weight = _bound(pdfium.FPDFText_GetFontWeight, c_int, c_void_p, c_int)
angle = _bound(pdfium.FPDFText_GetCharAngle, c_float, c_void_p, c_int)


def things(page: pdfium.FPDF_PAGE) -> list[Thing]:
    """What is drawn on a page but its text, which is most of it, each with its kind."""
    return _but_text(list(map(_object, repeat(ctypes.cast(page, c_void_p).value), range(_count(page)))))


def things_in(form: int) -> list[Thing]:
    """What is drawn in a form but its text."""
    return _but_text([_object_in(form, i) for i in range(_count_in(form))])


def _but_text(drawn: list[int]) -> list[Thing]:
    return [(one, kind) for one, kind in zip(drawn, map(_kind, drawn), strict=True) if kind != _TEXT]


def pointer(thing: int) -> pdfium.FPDF_PAGEOBJECT:
    """The thing as the bindings want it."""
    return ctypes.cast(thing, pdfium.FPDF_PAGEOBJECT)


def bounds(thing: int) -> Bounds | None:
    """Left, bottom, right and top of a thing; points, origin bottom left."""
    return (_edges[0], _edges[1], _edges[2], _edges[3]) if _bounds(thing, *_each_edge) else None


def fill(thing: int) -> tuple[int, int, int, int] | None:
    """Red, green, blue and alpha with which a thing is filled, 0 to 255."""
    return (_color[0], _color[1], _color[2], _color[3]) if _fill(thing, *_each_color) else None


def loose_box(page: pdfium.FPDF_TEXTPAGE, i: int) -> Bounds:
    """Left, bottom, right and top of a character, of the line's height; points, origin bottom left."""
    if not _loose_box(page, i, _rect):
        return 0.0, 0.0, 0.0, 0.0
    return _rect.left, _rect.bottom, _rect.right, _rect.top
