"""DOCX: a sheet as a Word document, with merged cells, tables inside cells, symbols and content controls."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Sequence
from copy import deepcopy
from datetime import datetime
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from sample.maker.fonts import SYMBOL_FONTS
from sample.maker.sheet import Block, Grid, Para, Row, Sheet

_FIXED = datetime(2026, 3, 1)  # noqa: DTZ001 - a member date of the package has no zone
_ALIGN = {"center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_BOXES = "□☑"


def write(sheet: Sheet, title: str, features: Collection[str]) -> bytes:
    """The sheet as a DOCX file; the same bytes each time.

    Features: nested, sym, merged, break, styles, control, vmerge.
    """
    document = docx.Document()
    _styled(document, title)
    writer = _Writer(features)
    for para in sheet.top:
        writer.paragraph(document, para)
    if sheet.rows:
        writer.form(document, sheet.rows)
    for block in sheet.tail:
        writer.block(document, block)
    out = io.BytesIO()
    document.save(out)
    return _dated(out.getvalue())


def _styled(document: Any, title: str) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(10.5)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
    for name, is_bold in (("问题", True), ("回答", False)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.bold = normal, is_bold
    values = document.core_properties
    values.author, values.title, values.comments = "证券部", title, ""
    values.created = values.modified = _FIXED
    values.last_modified_by, values.revision = "证券部", 1


class _Writer:
    """Writes blocks into a document or cell, with the features of one file."""

    def __init__(self, features: Collection[str]) -> None:
        self._features = features

    def form(self, document: Any, rows: Sequence[Row]) -> None:
        """The labelled rows as one table; wide values span several columns of it where the file merges cells."""
        columns = 4 if "merged" in self._features else 2
        table = document.add_table(rows=0, cols=columns)
        table.style = "Table Grid"
        for row in rows:
            cells = table.add_row().cells
            cells[0].paragraphs[0].add_run(row.label).bold = True
            value = cells[1].merge(cells[-1]) if columns > 2 else cells[1]
            if "vmerge" in self._features and row.label.startswith("参") and len(row.blocks) > 1:
                self._fill(value, row.blocks[:1])
                below = table.add_row().cells
                cells[0].merge(below[0])
                value = below[1].merge(below[-1]) if columns > 2 else below[1]
                self._fill(value, row.blocks[1:])
            else:
                self._fill(value, row.blocks)

    def _fill(self, cell: Any, blocks: Sequence[Block]) -> None:
        empty = cell.paragraphs[0]
        for block in blocks:
            self.block(cell, block)
        if len(cell.paragraphs) > 1:
            empty._p.getparent().remove(empty._p)  # noqa: SLF001 - python-docx offers no way to drop a paragraph
        if isinstance(blocks[-1] if blocks else None, Grid):
            cell.add_paragraph()

    def block(self, parent: Any, block: Block) -> None:
        """A paragraph, or a table of its own."""
        if isinstance(block, Para):
            self.paragraph(parent, block)
            return
        size = (len(block.rows), len(block.shares))
        table = parent.add_table(*size) if hasattr(parent, "merge") else parent.add_table(rows=size[0], cols=size[1])
        if not hasattr(parent, "merge"):
            table.style = "Table Grid"
        for cells, texts in zip(table.rows, block.rows, strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.paragraphs[0].add_run(text)

    def paragraph(self, parent: Any, para: Para) -> None:
        """One paragraph, its first characters emphasised by the run or by the style."""
        made = parent.add_paragraph()
        made.alignment = _ALIGN.get(para.align)
        text = para.text.replace("\t", " " * 24)
        is_styled = "styles" in self._features and para.bold >= len(para.text) > 0 and para.align == "left"
        if is_styled:
            made.style = "问题"
        cut = 0 if is_styled else para.bold
        for part, is_bold in ((text[:cut], True), (text[cut:], False)):
            self._runs(made, part, is_bold=is_bold, size=para.size)
        if "control" in self._features and not any(char in text for char in _BOXES) and para.align == "left":
            _controlled(made)

    def _runs(self, made: Any, text: str, *, is_bold: bool, size: float | None) -> None:
        plain = ""
        for char in text:
            is_box = char in _BOXES and "control" in self._features
            if char not in SYMBOL_FONTS and not is_box:
                plain += char
                continue
            _run(made, plain, is_bold=is_bold, size=size, breaks="break" in self._features)
            plain = ""
            if is_box:
                made._p.append(_checkbox(char))  # noqa: SLF001
            else:
                self._symbol(made, char)
        _run(made, plain, is_bold=is_bold, size=size, breaks="break" in self._features)

    def _symbol(self, made: Any, char: str) -> None:
        font = "Wingdings 2" if SYMBOL_FONTS[char] == "Wingdings2" else "Wingdings"
        run = made.add_run()
        if "sym" in self._features:
            run._r.append(parse_xml(f'<w:sym {nsdecls("w")} w:font="{font}" w:char="{ord(char):04X}"/>'))  # noqa: SLF001
        else:
            run.text = char
            run.font.name = font


def _run(made: Any, text: str, *, is_bold: bool, size: float | None, breaks: bool) -> None:
    if not text:
        return
    run = made.add_run(text)
    run.bold = is_bold or None
    run.font.size = Pt(size) if size else None
    if breaks and "；" in text and len(text) < 60:
        run.text = text.replace("；", "；\n")


def _checkbox(char: str) -> Any:
    """A content control that is a check box."""
    checked = "1" if char == "☑" else "0"
    return parse_xml(
        f'<w:sdt {nsdecls("w")} {_W14}><w:sdtPr><w14:checkbox><w14:checked w14:val="{checked}"/>'
        f'<w14:checkedState w14:val="2611" w14:font="Segoe UI Symbol"/><w14:uncheckedState w14:val="25A1"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{char}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def _controlled(made: Any) -> None:
    """Put a paragraph into a content control of its own."""
    paragraph = made._p  # noqa: SLF001
    control = parse_xml(f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="正文"/></w:sdtPr><w:sdtContent/></w:sdt>')
    control.find(qn("w:sdtContent")).append(deepcopy(paragraph))
    paragraph.getparent().replace(paragraph, control)


def _dated(content: bytes) -> bytes:
    """The package with the same date on every member."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for member in package.infolist():
            fixed = zipfile.ZipInfo(member.filename, date_time=(2026, 3, 1, 0, 0, 0))
            fixed.compress_type, fixed.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            copy.writestr(fixed, package.read(member.filename))
    return out.getvalue()
