"""Scans made of PDF files: pages drawn as pictures, a little askew and dirty, in a PDF without text."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import pypdfium2
from PIL import Image, ImageChops


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanner:
    """How a page is scanned."""

    dpi: int = 200
    askew: float = 0.0  # degrees
    dirt: int = 0  # grey levels that a pixel may lose
    share: float = 1.0  # of the page's height, from the top, that lies on the glass
    is_sized_by_pixels: bool = False  # whether the page counts its pixels as points


def scan(content: bytes, scanner: Scanner, pages: Sequence[int] | None = None) -> bytes:
    """The file with its pages as pictures; with `pages`, counted from 0, only those are pictures."""
    with pypdfium2.PdfDocument(content) as document, pypdfium2.PdfDocument.new() as made:
        for number in range(len(document)):
            if pages is None or number in pages:
                with pypdfium2.PdfDocument(_picture(document[number], scanner)) as picture:
                    made.import_pages(picture)
            else:
                made.import_pages(document, [number])
        file = io.BytesIO()
        made.save(file)
        return file.getvalue()


def _picture(page: pypdfium2.PdfPage, scanner: Scanner) -> bytes:
    image = page.render(scale=scanner.dpi / 72, grayscale=True).to_pil().convert("L")
    image = image.crop((0, 0, image.width, round(image.height * scanner.share)))
    if scanner.askew:
        image = image.rotate(scanner.askew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    if scanner.dirt:
        grain = Image.frombytes("L", image.size, Random(1).randbytes(image.width * image.height))  # noqa: S311 - of a made picture
        image = ImageChops.subtract(image, grain.point([value * scanner.dirt // 255 for value in range(256)]))
    file = io.BytesIO()
    image.save(file, "PDF", resolution=72 if scanner.is_sized_by_pixels else scanner.dpi)
    return file.getvalue()
