"""DOCX to a Form, with python-docx: body paragraphs and tables in order.

Merged cells are read once, tables inside cells as rows of cells, content controls and text boxes as
part of the cell they stand in; ticks of symbol fonts are decoded by font and code point.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator

import docx
from docx.document import Document
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from lxml import etree

from extractors.errors import Damaged, TooLarge
from extractors.readers import assembly, numbering, package, wordfield
from extractors.readers.form import EMPTY, TICKED, Block, Cell, Form, Grid, Line, TableRow
from extractors.readers.grid import rows_of
from extractors.readers.ticks import decode, is_private, is_symbol_font

_MOST_BYTES = 200 * 1024 * 1024  # of all members unpacked
_BROKEN = (  # what zipfile, lxml and python-docx raise on packages that are none, or hold other than they say
    zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, PythonDocxError, PackageNotFoundError,
    ArithmeticError, AttributeError, EOFError, LookupError, NotImplementedError, OSError, RuntimeError, TypeError,
    ValueError,
)  # fmt: skip
_MOST_COLUMNS = 1000  # Word itself stops at 63; python-docx makes a cell of each
_CHECKED = "{http://schemas.microsoft.com/office/word/2010/wordml}checked"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # says again what stands beside it
_HIDDEN = {qn("w:del"), qn("w:moveFrom"), qn("w:rt"), _FALLBACK}  # w:rt: the reading above a character
_CHECKBOX = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"


def read(content: bytes, is_label: Callable[[str], bool]) -> Form:
    """The Form of a DOCX file.

    Raises Damaged where it is no readable package, TooLarge where it unpacks to more than 200 MiB.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as members:
            if sum(member.file_size for member in members.infolist()) > _MOST_BYTES:
                raise TooLarge(address="docx", limit=_MOST_BYTES)
        document = docx.Document(io.BytesIO(package.plain(content)))
        _check_spans(document)
        _uncontrolled(document)
        _undeleted(document)
        numbering.write_out(document)
        wordfield.write_out(document)
        blocks = tuple(_blocks(document))
    except _BROKEN as error:
        raise Damaged(detail=f"{type(error).__name__}: {error}"[:200]) from error
    return assembly.form_of(blocks, is_label)


def _check_spans(document: Document) -> None:
    """Raises ValueError where a cell reaches over more columns than any table has."""
    for span in document.element.body.iter(qn("w:gridSpan")):
        if int(span.get(qn("w:val"))) > _MOST_COLUMNS:
            raise ValueError(f"a cell over {span.get(qn('w:val'))} columns")


def _blocks(document: Document) -> Iterator[Block]:
    for element in _flattened(document.element.body):
        if element.tag == qn("w:p"):
            yield from _paragraph(element)
        elif element.tag == qn("w:tbl"):
            yield from _rows(Table(element, document))


def _flattened(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables of a body or cell, also those inside content controls."""
    for element in parent:
        if element.tag == qn("w:sdt"):
            inner = element.find(qn("w:sdtContent"))
            if inner is not None:
                yield from _flattened(inner)
        else:
            yield element


def _uncontrolled(document: Document) -> None:
    """Put rows and cells of tables that stand inside content controls, where python-docx sees none, in their place."""
    for control in list(document.element.body.iter(qn("w:sdt"))):
        inner = control.find(qn("w:sdtContent"))
        if inner is not None and control.getparent().tag in {qn("w:tbl"), qn("w:tr")}:
            for element in reversed(inner):
                control.addnext(element)
            control.getparent().remove(control)


def _undeleted(document: Document) -> None:
    """Take out the rows that somebody deleted with changes tracked."""
    for mark in list(document.element.body.iter(qn("w:del"))):
        row = mark.getparent().getparent()
        if mark.getparent().tag == qn("w:trPr") and row.getparent() is not None:
            row.getparent().remove(row)


def _rows(table: Table) -> Iterator[TableRow]:
    """The table's rows; a cell merged downwards is read in its first row only."""
    seen: set[etree._Element] = set()  # the elements themselves: lxml gives a dropped one's id to another
    for row in table.rows:
        cells: list[_Cell] = []
        for cell in row.cells:  # python-docx shows merged cells once per column, by the same element
            if not cells or cells[-1]._tc is not cell._tc:  # noqa: SLF001
                cells.append(cell)
        grids = [() if cell._tc in seen else _grid(cell) for cell in cells]  # noqa: SLF001
        seen.update(cell._tc for cell in cells)  # noqa: SLF001
        yield from rows_of(grids)


def _grid(cell: _Cell) -> Grid:
    """The cell's content as rows of cells: its paragraphs together, each row of a table inside by itself."""
    done: list[tuple[Cell, ...]] = []
    lines: list[Line] = []
    for element in _flattened(cell._tc):  # noqa: SLF001
        if element.tag == qn("w:p"):
            lines += _paragraph(element)
        elif element.tag == qn("w:tbl"):
            done += [((tuple(lines)),)] if lines else []
            lines = []
            done += [(row.first, *(row.rest[0] if row.rest else ())) for row in _rows(Table(element, cell))]
    if lines:
        done.append((tuple(lines),))
    return tuple(done)


def _paragraph(element: etree._Element) -> Iterator[Line]:
    """The paragraph's lines: one, or more where it holds line breaks."""
    parts: list[tuple[str, bool]] = []
    owner = element
    for run in element.iter(qn("w:r")):
        if any(parent.tag in _HIDDEN for parent in run.iterancestors()) or _is_on(run, "w:vanish"):
            continue
        paragraph = next(run.iterancestors(qn("w:p")))
        if paragraph is not owner:  # a text box begins, ends, or goes on with its next paragraph
            parts.append(("\n", False))
            owner = paragraph
        parts.append((_run(run), _is_on(run, "w:b")))
    text = "".join(part for part, _ in parts)
    bold, at = 0, 0
    for part, is_bold in parts:
        at += len(part)
        if not is_bold and part.strip():
            break
        bold = at
    start = 0
    for piece in text.split("\n"):
        if piece.strip():
            yield Line(text=piece.strip(), bold=max(0, min(bold - start, len(piece))), is_paragraph=True)
        start += len(piece) + 1


def _run(run: etree._Element) -> str:
    """The run's text; symbols of symbol fonts and checkboxes as ticks."""
    font = _font(run)
    done = ""
    for node in run:
        if node.tag == qn("w:t"):
            done += "".join(_decoded(char, font) for char in node.text or "")
        elif node.tag == qn("w:tab"):
            done += "\t"
        elif node.tag in {qn("w:br"), qn("w:cr")}:
            done += "\n"
        elif node.tag == qn("w:noBreakHyphen"):
            done += "-"
        elif node.tag == qn("w:sym"):
            done += _decoded(_symbol(int(node.get(qn("w:char")), 16)), node.get(qn("w:font")) or font)
    control = next((parent for parent in run.iterancestors(qn("w:sdt"))), None)
    box = control.find(f".//{_CHECKBOX}/{_CHECKED}") if control is not None else None
    if box is not None and done.strip():
        return TICKED if box.get(box.keys()[0]) in {"1", "true"} else EMPTY
    return done


def _symbol(code: int) -> str:
    """The character of a symbol: a code of one byte is of a symbol font, a greater one is the character's own."""
    return chr(0xF000 | code) if code <= 0xFF else chr(code)  # noqa: PLR2004 - one byte


def _decoded(char: str, font: str) -> str:
    """The character, or the box that it shows; a symbol font draws its boxes for plain letters too."""
    if is_private(char):
        return decode(char, font) or char
    is_symbol = is_symbol_font(font) and " " < char <= "\xff"
    return (decode(chr(0xF000 + ord(char)), font) if is_symbol else None) or char


def _font(run: etree._Element) -> str:
    fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    return (fonts.get(qn("w:ascii")) or "") if fonts is not None else ""


def _is_on(run: etree._Element, name: str) -> bool:
    """Whether a property of the run is set."""
    found = run.find(f"{qn('w:rPr')}/{qn(name)}")
    return found is not None and found.get(qn("w:val")) not in {"0", "false", "off"}
