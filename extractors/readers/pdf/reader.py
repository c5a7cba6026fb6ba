"""PDF bytes to a Form: text and rules from PDFium, page by page; pdfplumber where they leave a doubt.

Pages without text are read from their pictures where the extra `ocr` is installed, else left out and named.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.errors import Damaged, Encrypted, NeedsOcr, NothingSeen, TooManyPages
from extractors.readers import assembly
from extractors.readers.form import Form, TableRow, lines_of
from extractors.readers.pdf import furniture, ocr, second
from extractors.readers.pdf.characters import PageText
from extractors.readers.pdf.layout import Page, blocks_of, scaled
from extractors.readers.pdf.rules import rules

_MOST_PAGES = 2000
_MOST_SCANNED = 100  # pages that are read from their pictures, at seconds each
_MOST_DOUBTED = 20  # pages without any table that are read again
_DOUBT = 0.02  # of the characters without a known sign
_UNMAPPED = re.compile("[\x00\ufffd\ue000-\uefff\uf100-\uf8ff]")  # private-use ticks stand at U+F000-F0FF


def read(content: bytes, is_label: Callable[[str], bool], *, is_ocr: bool = True) -> Form:
    """The Form of a PDF file; `is_ocr` says whether pictures may be read where the extra is installed.

    Raises Encrypted, Damaged, TooManyPages, OcrFailed, and NeedsOcr or NothingSeen where there is no text.
    """
    first = _opened(content)
    pages = [one.blocks for one in first]
    for number, page in second.pages(content, _doubtful(first)):
        again = blocks_of(page.characters, page.ruling, number)
        pages[number] = again if again and first[number].is_turned else _better(pages[number], again)
    scanned = [number for number, one in enumerate(first) if one.is_drawn and _is_bare(pages[number])]
    is_ocr = is_ocr and ocr.is_installed()
    if is_ocr and scanned:
        _see(content, scanned, pages)
    try:
        form = form_of(pages, is_label)
    except NeedsOcr as error:
        if is_ocr:
            raise NothingSeen(pages=len(pages)) from error
        raise
    seen = replace(form, scanned=tuple(number + 1 for number in scanned), is_ocr=is_ocr and bool(scanned))
    if not seen.is_ocr:
        return seen
    return replace(seen, following=tuple(replace(one, scanned=seen.scanned, is_ocr=True) for one in form.following))


@dataclass(frozen=True, slots=True)
class _Read:
    """The blocks of one page from top to bottom, whether it is shown turned, and whether anything is drawn on it."""

    blocks: Page
    is_turned: bool  # PDFium tells places unturned
    is_drawn: bool


def _opened(content: bytes) -> list[_Read]:
    """The first reading of every page."""
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
        return [_page(document, number) for number in range(len(document))]
    finally:
        document.close()


def _doubtful(first: list[_Read]) -> list[int]:
    """The pages that are read a second time, counted from 0."""
    if not any(isinstance(block, TableRow) for one in first for block in one.blocks):
        return list(range(min(len(first), _MOST_DOUBTED)))
    return [number for number, one in enumerate(first) if one.is_turned or _is_unmapped(one.blocks)]


def _see(content: bytes, scanned: list[int], pages: list[Page]) -> None:
    """Read the scanned pages from their pictures."""
    from extractors.readers.pdf import scan

    if len(scanned) > _MOST_SCANNED:
        raise TooManyPages(pages=len(scanned), limit=_MOST_SCANNED)
    for number, page in scan.pages(content, scanned):
        pages[number] = scaled(blocks_of(page.characters, page.ruling, number), page.unit)


def form_of(pages: list[Page], is_label: Callable[[str], bool]) -> Form:
    """The Form of pages that are laid out, their furniture told from what they say; raises NeedsOcr."""
    kept, left = furniture.without(pages)
    if not any(isinstance(block, TableRow) or block.text.strip() for block in kept):
        raise NeedsOcr(pages=len(pages))
    return replace(assembly.form_of(kept, is_label, len(pages)), furniture=left)


def _page(document: pypdfium2.PdfDocument, number: int) -> _Read:
    try:
        page = document[number]
    except pypdfium2.PdfiumError as error:
        raise Damaged(detail=f"page {number + 1}: {error}") from error
    left, _, _, top = page.get_bbox()
    text_page = page.get_textpage()
    try:
        text = PageText(text_page.raw, _characters(text_page), left, top, page.raw)
        is_drawn = pdfium.FPDFPage_CountObjects(page.raw) > 0
        return _Read(blocks_of(text, rules(page.raw, left, top), number), bool(page.get_rotation()), is_drawn)
    finally:
        text_page.close()
        page.close()


def _is_bare(page: Page) -> bool:
    """Whether the page holds no text but its number."""
    said = (line.text.strip() for block in page for line in lines_of(block))
    return all(not text or furniture.is_page_number(text) for text in said)


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
