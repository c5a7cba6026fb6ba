"""Pictures of places on a PDF's pages, as a reader of the page sees them: turned and cropped as the file says."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

import pypdfium2

from extractors.errors import Damaged
from extractors.readers.form import Box

_MARGIN = 4.0  # points left around a place
SCALE = 2.0  # pixels a point: 144 dpi


def pictures(content: bytes, places: Iterable[Box], scale: float = SCALE) -> Iterator[bytes]:
    """A PNG for each place, with a margin; what lies off the page is left out.

    Raises Damaged where the file or the page cannot be opened, or the place lies off its page.
    """
    try:
        with pypdfium2.PdfDocument(content) as document:
            for place in places:
                yield _picture(document[place.page - 1], place, scale)
    except (pypdfium2.PdfiumError, ValueError, IndexError) as error:
        raise Damaged(detail=f"no picture of it: {error}") from error


def _picture(page: pypdfium2.PdfPage, place: Box, scale: float) -> bytes:
    try:
        width, height = page.get_size()
        cut = (
            max(place.x0 - _MARGIN, 0.0),
            max(height - place.bottom - _MARGIN, 0.0),
            max(width - place.x1 - _MARGIN, 0.0),
            max(place.top - _MARGIN, 0.0),
        )
        bitmap = page.render(scale=scale, crop=cut)
        file = io.BytesIO()
        bitmap.to_pil().save(file, "PNG")
        bitmap.close()
        return file.getvalue()
    finally:
        page.close()
