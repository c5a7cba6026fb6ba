"""PDF bytes to a Form: text and rules from PDFium, page by page; pdfplumber where they leave a doubt."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.errors import Damaged, Encrypted, NeedsOcr, TooManyPages
from extractors.readers import assembly
from extractors.readers.form import Form, TableRow, lines_of
from extractors.readers.pdf import furniture, second
from extractors.readers.pdf.layout import Page, blocks_of
from extractors.readers.pdf.rules import rules
from extractors.readers.pdf.text import PageText

_MOST_PAGES = 2000
_MOST_DOUBTED = 20  # pages without any table that are read again
_DOUBT = 0.02  # of the characters without a known sign
_UNMAPPED = re.compile("[\x00\ufffd\ue000-\uefff\uf100-\uf8ff]")  # private-use ticks stand at U+F000-F0FF


def read(content: bytes, is_label: Callable[[str], bool]) -> Form:
    """The Form of a PDF file.

    Raises Encrypted, Damaged, TooManyPages or NeedsOcr.
    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        # PDFium keeps the error of an earlier file where it has none to tell of this one
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD and b"/Encrypt" in content:
            raise Encrypted from error
        raise Damaged(detail=str(error)) from error
    try:
        if len(document) > _MOST_PAGES:
            raise TooManyPages(pages=len(document), limit=_MOST_PAGES)
        first = [_page(document, number) for number in range(len(document))]
    finally:
        document.close()
    pages, turned = [page for page, _ in first], {number for number, (_, is_turned) in enumerate(first) if is_turned}
    doubtful = [number for number, page in enumerate(pages) if number in turned or _is_unmapped(page)]
    if not any(isinstance(block, TableRow) for page in pages for block in page):
        doubtful = list(range(min(len(pages), _MOST_DOUBTED)))
    for number, page in second.pages(content, doubtful):
        again = blocks_of(page.characters, page.ruling, number)
        pages[number] = again if again and number in turned else _better(pages[number], again)
    return form_of(pages, is_label)


def form_of(pages: list[Page], is_label: Callable[[str], bool]) -> Form:
    """The Form of pages that are laid out, their furniture told from what they say; raises NeedsOcr."""
    kept, left = furniture.without(pages)
    if not any(isinstance(block, TableRow) or block.text.strip() for block in kept):
        raise NeedsOcr(pages=len(pages))
    return replace(assembly.form_of(kept, is_label, len(pages)), furniture=left)


def _page(document: pypdfium2.PdfDocument, number: int) -> tuple[Page, bool]:
    """The blocks of one page from top to bottom, and whether it is shown turned: PDFium tells places unturned."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError as error:
        raise Damaged(detail=f"page {number + 1}: {error}") from error
    left, _, _, top = page.get_bbox()
    text_page = page.get_textpage()
    try:
        text = PageText(text_page.raw, _characters(text_page), left, top)
        return blocks_of(text, rules(page.raw, left, top), number), bool(page.get_rotation())
    finally:
        text_page.close()
        page.close()


def _is_unmapped(page: Page) -> bool:
    """Whether the page's text leaves a doubt: too many characters stand for no known sign."""
    text = "".join(line.text for block in page for line in lines_of(block))
    return len(_UNMAPPED.findall(text)) > _DOUBT * len(text)


def _better(first: Page, again: Page) -> Page:
    """The second reading where it finds rows or signs that the first does not, else the first."""
    rows = [sum(isinstance(block, TableRow) for block in page) for page in (first, again)]
    if rows[0] == 0 < rows[1]:
        return again
    return again if _is_unmapped(first) and again and not _is_unmapped(again) else first


def _characters(text_page: pypdfium2.PdfTextPage) -> str:
    """The page's characters, one for each of PDFium's indexes."""
    text: str = text_page.get_text_range()
    count = text_page.count_chars()
    if len(text) == count:
        return text
    return "".join(chr(pdfium.FPDFText_GetUnicode(text_page.raw, i)) for i in range(count))
