"""PDF reader: ruling lines to cells, text by line and cell, symbol glyphs to ticks."""

from extractors.readers.pdf.reader import read

__all__ = ["read"]
