"""PDF bytes to a Form: text and rules from PDFium, page by page.

Lines outside any table that repeat over the pages, and bare page numbers, are page furniture and left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.errors import Damaged, Encrypted, NeedsOcr, TooManyPages
from extractors.readers import outline
from extractors.readers.form import Block, Box, Cell, Form, Line, TableRow, assemble
from extractors.readers.pdf.cells import Table, tables
from extractors.readers.pdf.rules import rules
from extractors.readers.pdf.text import PageText, Piece, Place, pieces

_MOST_PAGES = 2000
_SAME_ROW = 3.0  # points between tops of cells of one row
_COLUMN_GAP = 1.6  # line heights
_WORD_GAP = 0.25
_PAGE_NO = re.compile(r"[-—－\s]*(第\s*)?\d{1,4}(\s*页)?\s*(/\s*(共\s*)?\d{1,4}(\s*页)?)?[-—－\s]*|第\s*\d+\s*页\s*[，,]?\s*共\s*\d+\s*页")


def read(content: bytes, is_label: Callable[[str], bool]) -> Form:
    """The Form of a PDF file.

    Raises Encrypted, Damaged, TooManyPages or NeedsOcr.
    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
            raise Encrypted from error
        raise Damaged(detail=str(error)) from error
    try:
        if len(document) > _MOST_PAGES:
            raise TooManyPages(pages=len(document), limit=_MOST_PAGES)
        pages = [_page(document, number) for number in range(len(document))]
        return assemble(outline.rows(_without_furniture(pages), is_label), is_label, len(document))
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, number: int) -> tuple[Block, ...]:
    """The blocks of one page from top to bottom."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError as error:
        raise Damaged(detail=f"page {number + 1}: {error}") from error
    left, _, _, top = page.get_bbox()
    text_page = page.get_textpage()
    try:
        found = tables(*rules(page.raw, left, top))
        text = PageText(text_page.raw, _characters(text_page), left, top)
        by_place: dict[Place, list[Piece]] = defaultdict(list)
        for piece in pieces(text, found):
            by_place[piece.place].append(piece)
        bounds = [table.bounds() for table in found]
        cells = {
            place: _lines(group, number + 1, (bounds[place[0]][place[1]][0], bounds[place[0]][place[1]][2]) if place else None)
            for place, group in by_place.items()
        }
        return _in_order(cells, found)
    finally:
        text_page.close()
        page.close()


def _characters(text_page: pypdfium2.PdfTextPage) -> str:
    """The page's characters, one for each of PDFium's indexes."""
    text: str = text_page.get_text_range()
    count = text_page.count_chars()
    if len(text) == count:
        return text
    return "".join(chr(pdfium.FPDFText_GetUnicode(text_page.raw, i)) for i in range(count))


def _lines(group: list[Piece], page: int, edges: tuple[float, float] | None) -> Cell:
    """Pieces of one cell as printed lines, from top to bottom."""
    rows: list[list[Piece]] = []
    for piece in sorted(group, key=lambda piece: piece.top + piece.bottom):
        if rows and _on_line(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return tuple(replace(_line(sorted(row, key=lambda piece: piece.x0), page), edges=edges) for row in rows)


def _on_line(one: Piece, other: Piece) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _line(row: list[Piece], page: int) -> Line:
    text, bold = row[0].text, row[0].bold
    for before, piece in zip(row, row[1:], strict=False):
        height = max(piece.bottom - piece.top, 1.0)
        gap = (piece.x0 - before.x1) / height
        blank = "\t" if gap > _COLUMN_GAP else " " if gap > _WORD_GAP else ""
        if bold == len(text) and piece.bold:
            bold += len(blank) + piece.bold
        text += blank + piece.text
    x0, x1 = min(piece.x0 for piece in row), max(piece.x1 for piece in row)
    top, bottom = min(piece.top for piece in row), max(piece.bottom for piece in row)
    return Line(text=text, page=page, bold=bold, box=Box(page=page, x0=x0, top=top, x1=x1, bottom=bottom))


def _in_order(cells: dict[Place, Cell], found: tuple[Table, ...]) -> tuple[Block, ...]:
    """Free lines and table rows by their top."""
    placed: list[tuple[float, Block]] = [(_top(line), line) for line in cells.get(None, ())]
    for number, table in enumerate(found):
        placed += _rows(number, table, cells)
    return tuple(block for _, block in sorted(placed, key=lambda pair: pair[0]))


def _top(line: Line) -> float:
    return line.box.top if line.box else 0.0


def _rows(number: int, table: Table, cells: dict[Place, Cell]) -> Iterator[tuple[float, TableRow]]:
    """The table's rows with their tops: a leftmost cell, and the cells beside it by their tops."""
    corners = sorted(table.bounds().items(), key=lambda pair: (pair[1][1], pair[1][0]))
    left = [(cell, top) for cell, (x, top, _) in corners if x - table.xs[0] < _SAME_ROW]
    others = [(cell, top) for cell, (x, top, _) in corners if x - table.xs[0] >= _SAME_ROW]
    for (cell, top), (_, end) in zip(left, [*left[1:], (None, table.ys[-1] + 1)], strict=True):
        beside = [(other, at) for other, at in others if top - _SAME_ROW < at < end - _SAME_ROW]
        rest = tuple(
            tuple(cells.get((number, other), ()) for other, _ in group)
            for _, group in groupby(beside, key=_by_top())
        )
        first = cells.get((number, cell), ())
        if first or any(line for row in rest for line in row):
            yield top, TableRow(first=first, rest=rest)


def _by_top() -> Callable[[tuple[int, float]], float]:
    """A key that is the same for cells whose tops are."""
    last = [float("-inf")]

    def key(cell: tuple[int, float]) -> float:
        if cell[1] - last[0] > _SAME_ROW:
            last[0] = cell[1]
        return last[0]

    return key


def _without_furniture(pages: list[tuple[Block, ...]]) -> tuple[Block, ...]:
    """All blocks, less page numbers and lines that stand at the top or bottom of most pages."""
    edges = Counter(text for page in pages for text in {_plain(line) for line in _edge_lines(page)})
    repeated = {text for text, count in edges.items() if count > 1 and count >= len(pages) / 2}
    kept: list[Block] = []
    for number, page in enumerate(pages):
        edge = _edge_lines(page)
        for block in page:
            is_edge = isinstance(block, Line) and block in edge
            if is_edge and isinstance(block, Line):
                if _PAGE_NO.fullmatch(block.text.strip()) or (number and _plain(block) in repeated):
                    continue
            kept.append(block)
    if not any(isinstance(block, TableRow) or block.text.strip() for block in kept):
        raise NeedsOcr(pages=len(pages))
    return tuple(kept)


def _edge_lines(page: tuple[Block, ...]) -> list[Line]:
    """Free lines before the first and after the last table row of a page; all where there is no table."""
    rows = [i for i, block in enumerate(page) if isinstance(block, TableRow)]
    first, last = (rows[0], rows[-1]) if rows else (len(page), -1)
    return [block for i, block in enumerate(page) if isinstance(block, Line) and (i < first or i > last)]


def _plain(line: Line) -> str:
    return re.sub(r"\d+|\s", "", line.text)
