"""HTML, and text with HTML fragments (Markdown), to a Form.

Tables give rows; in plain text a tab or a bar parts a label from its value, and lines without one go
on with the row above. A checkbox of HTML is a tick.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from extractors.readers.form import EMPTY, TICKED, Block, Cell, Form, Line, TableRow, assemble

_BLOCK_TAGS = ("p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6")
_PARTED = re.compile(r"\t|[ \t]*\|[ \t]*")
_BARS = re.compile(r"^\s*\|[ \t]*|[ \t]*\|\s*$")  # around the cells of a Markdown table
_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
_ENDS = re.compile(r"[。！？；：:!?;”）)]\s*$")


def read(text: str, is_label: Callable[[str], bool]) -> Form:
    """The Form of a page or of a text with HTML fragments."""
    soup = BeautifulSoup(text, "html.parser")
    for box in soup.find_all("input", type="checkbox"):
        box.replace_with(TICKED if box.has_attr("checked") else EMPTY)
    for gone in soup(["script", "style"]):
        gone.decompose()
    if soup.find("table"):
        return assemble(tuple(_of_page(soup)), is_label)
    _part(soup)
    return assemble(tuple(_of_text(soup.get_text(), is_label)), is_label)


def _of_page(soup: BeautifulSoup) -> Iterator[Block]:
    """Rows of outermost tables and the lines between them, in order."""
    for node in soup.descendants:
        if isinstance(node, Tag) and node.name == "tr" and not _is_nested(node):
            cells = [_cell(cell) for cell in node.find_all(["td", "th"], recursive=False)]
            if any(cells):
                yield TableRow(first=cells[0], rest=(tuple(cells[1:]),) if len(cells) > 1 else ())
        elif isinstance(node, NavigableString) and type(node) is NavigableString and not node.find_parent("table"):
            yield from (Line(text=text.strip(), is_paragraph=True) for text in node.split("\n") if text.strip())


def _is_nested(row: Tag) -> bool:
    return len(row.find_parents("table")) > 1


def _cell(cell: Tag) -> Cell:
    _part(cell)
    return tuple(_line(text) for text in cell.get_text().split("\n") if text.strip())


def _part(whole: Tag) -> None:
    """Part what a page shows apart: blocks by line ends, cells of a table inside by tabs."""
    for tag in whole.find_all(_BLOCK_TAGS):
        tag.insert_after("\n")
        if tag.name != "br":
            tag.insert_before("\n")
    for tag in whole.find_all(["td", "th"]):
        tag.insert_after("\t")


def _line(text: str) -> Line:
    return Line(text=text.strip(), is_paragraph=True)


def _of_text(text: str, is_label: Callable[[str], bool]) -> Iterator[Block]:
    """Rows and lines of a text: `label<TAB>value` opens a row, other lines go on with it.

    A page break leaves a paragraph cut in two: a line that ends without a closing mark is joined to the
    next one where that is neither a row nor a paragraph that opens by itself.
    """
    in_table = False
    lines = [_BARS.sub("", line) for line in text.split("\n") if line.strip() and not _RULE.fullmatch(line)]
    for line in _rejoined(lines, is_label):
        row = _labelled(line, is_label)
        if row:
            in_table = True
            yield TableRow(first=(_line(row[0]),), rest=(((_line(row[1]),),),) if row[1].strip() else ())
        elif in_table:
            yield TableRow(first=(), rest=(((_line(line),),),))
        else:
            yield _line(line)


def _labelled(line: str, is_label: Callable[[str], bool]) -> tuple[str, str] | None:
    """A line's label and value, where a tab or bar parts them."""
    label, *value = _PARTED.split(line, maxsplit=1)
    return (label, value[0]) if value and is_label(label) else None


def _rejoined(lines: list[str], is_label: Callable[[str], bool]) -> list[str]:
    done: list[str] = []
    for line in lines:
        open_end = bool(done) and not _ENDS.search(done[-1]) and _is_prose(done[-1], is_label)
        if open_end and not _labelled(line, is_label):
            blank = " " if done[-1][-1:].isascii() and line.strip()[:1].isascii() else ""
            done[-1] += blank + line.strip()
        else:
            done.append(line)
    return done


def _is_prose(line: str, is_label: Callable[[str], bool]) -> bool:
    """Whether a line is long enough to be a paragraph, and no row's short value."""
    row = _labelled(line, is_label)
    text = row[1] if row else line
    return (len(text.strip()) > 40 and "。" in text) or len(text.strip()) > 60  # noqa: PLR2004
