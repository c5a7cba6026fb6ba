"""PDF reader: ruling lines to cells, text by line and cell, symbol glyphs to ticks."""

from extractors.readers.pdf.ocr import is_installed as is_ocr_installed
from extractors.readers.pdf.reader import read

__all__ = ["is_ocr_installed", "read"]
