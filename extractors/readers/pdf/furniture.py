"""Furniture of pages: what they repeat or count, and none of it said by the record.

Lines outside any table that stand on most pages, bare page numbers, and the first rows of a table where the next
pages repeat them above the rows that go on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from extractors.readers.form import Block, Cell, Line, TableRow, label_of, lines_of
from extractors.readers.pdf.layout import Page

_OUTERMOST = 2  # lines at the top and bottom of a page of running text
_OPENING = 3  # rows by which a page is known to begin a form
_PAGE_NO = re.compile(
    r"[-—－\s]*(第\s*)?\d{1,4}(\s*页)?\s*(/\s*(共\s*)?\d{1,4}(\s*页)?)?[-—－\s]*|第\s*\d+\s*页\s*[，,]?\s*共\s*\d+\s*页"
    r"|第\s*[一二三四五六七八九十]{1,3}\s*页(\s*[，,]?\s*共\s*[一二三四五六七八九十]{1,3}\s*页)?"
)


def without(pages: Sequence[Page]) -> tuple[Page, Cell]:
    """All blocks less the furniture, and the lines of that.

    What stands above the table of a page on which a form begins is the record's own head.
    """
    over = [tuple(block for block in page if isinstance(block, Line) and block.is_over) for page in pages]
    pages = [tuple(block for block in page if block not in aside) for page, aside in zip(pages, over, strict=True)]
    edges = [_edge_lines(page) for page in pages]
    counts = Counter(text for above, below in edges for text in {_plain(line) for line in (*above, *below)})
    repeated = {text for text, count in counts.items() if count > 1 and count >= len(pages) / 2}
    kept: list[Block] = []
    left: list[Line] = [line for aside in over for line in aside]
    for number, (page, (above, below)) in enumerate(zip(pages, edges, strict=True)):
        is_head = number == 0 or _begins_a_form(page, pages[0])
        gone: list[Block] = [line for line in above if _is_furniture(line, set() if is_head else repeated)]
        gone += [line for line in below if _is_furniture(line, repeated)]
        gone += [] if is_head else _repeated_rows(page, pages[0])
        kept += [block for block in page if not any(block is one for one in gone)]
        left += [line for block in gone for line in lines_of(block)]
    return tuple(kept), tuple(left)


def _begins_a_form(page: Page, first: Page) -> bool:
    """Whether a page opens with the labels with which the first does, and says something else beside them."""
    one, other = (_rows(found)[:_OPENING] for found in (page, first))
    labels = [label_of(row) for row in one]
    is_same = labels == [label_of(row) for row in other] and len(labels) == _OPENING and all(labels)
    return is_same and [_said(row) for row in one] != [_said(row) for row in other]


def _repeated_rows(page: Page, first: Page) -> list[Block]:
    """The rows with which a page's table begins as the first page's does."""
    pairs = zip(_rows(page), _rows(first), strict=False)
    return [row for row, _ in takewhile(lambda pair: label_of(pair[0]) and _said(pair[0]) == _said(pair[1]), pairs)]


def _rows(page: Page) -> list[TableRow]:
    return [block for block in page if isinstance(block, TableRow)]


def _said(row: TableRow) -> str:
    return "".join("".join(line.text for line in lines_of(row)).split())


def is_page_number(text: str) -> bool:
    """Whether the text is nothing but a page's number."""
    return _PAGE_NO.fullmatch(text) is not None


def _is_furniture(line: Line, repeated: set[str]) -> bool:
    return is_page_number(line.text.strip()) or _plain(line) in repeated


def _edge_lines(page: Page) -> tuple[list[Line], list[Line]]:
    """Free lines before the first and after the last table row of a page; the outermost two where there is no table."""
    rows = [i for i, block in enumerate(page) if isinstance(block, TableRow)]
    first, last = (rows[0], rows[-1] + 1) if rows else (_OUTERMOST, max(len(page) - _OUTERMOST, _OUTERMOST))
    above = [block for block in page[:first] if isinstance(block, Line)]
    return above, [block for block in page[last:] if isinstance(block, Line)]


def _plain(line: Line) -> str:
    return re.sub(r"\d+|\s", "", line.text)
