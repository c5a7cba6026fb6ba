"""Text that nobody sees: drawn without ink, or white on the bare page."""

from __future__ import annotations

import pypdfium2.raw as pdfium

from extractors.readers.pdf import calls
from extractors.readers.pdf.calls import Bounds

UNSEEN = (3, 7)  # text render modes without ink
NOWHERE: Bounds = (0.0, 0.0, -1.0, -1.0)  # holds no point
_WHITE = 250  # of 255


def is_unseen(thing: int) -> bool:
    """Whether a text object is drawn without ink."""
    return calls.render_mode(thing) in UNSEEN


def is_white(thing: int) -> bool:
    """Whether an object is filled with white, or with nothing."""
    color = calls.fill(thing)
    return color is not None and (color[3] == 0 or min(color[:3]) >= _WHITE)


def grounds(page: pdfium.FPDF_PAGE) -> tuple[Bounds, ...]:
    """Where a page is filled with a colour or bears a picture, on which white is seen; origin bottom left."""
    seen = (thing for thing, kind in calls.things(page) if kind != pdfium.FPDF_PAGEOBJ_PATH or not is_white(thing))
    return tuple(bounds for bounds in map(calls.bounds, seen) if bounds)
