"""Made DOCX documents: the form as a two-column table, and the odd things that Word puts into its cells."""

import io
from collections.abc import Callable, Mapping, Sequence

import docx
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from tests.factory.form import HEADER


def form(rows: Mapping[str, Sequence[str]], header: Sequence[str] = HEADER) -> tuple[Document, Table]:
    """A document with the form, and its table."""
    document = docx.Document()
    for line in header:
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=2)
    for label, lines in rows.items():
        cells = table.add_row().cells
        cells[0].text = label
        fill(cells[1], *lines)
    return document, table


def fill(cell: _Cell, *lines: str) -> None:
    """A paragraph for each line."""
    cell.text = lines[0] if lines else ""
    for line in lines[1:]:
        cell.add_paragraph(line)


def content(document: Document) -> bytes:
    """The document as a file."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def made(rows: Mapping[str, Sequence[str]], change: Callable[[Table], object] | None = None) -> bytes:
    """The form as a file, its table changed."""
    document, table = form(rows)
    if change:
        change(table)
    return content(document)


def value(table: Table, label: str) -> _Cell:
    """The value's cell of a label."""
    return next(row.cells[1] for row in table.rows if row.cells[0].text == label)


def symbol(paragraph: Paragraph, font: str, char: str) -> None:
    """A glyph of a symbol font, as Word's Insert Symbol makes it."""
    sym = OxmlElement("w:sym")
    sym.set(qn("w:font"), font)
    sym.set(qn("w:char"), char)
    paragraph.add_run()._r.append(sym)


def glyph(paragraph: Paragraph, font: str, char: str) -> None:
    """A private-use character in a run of a symbol font."""
    run = paragraph.add_run(char)
    run.font.name = font


def checkbox(paragraph: Paragraph, *, checked: bool) -> None:
    """A content control with a checkbox."""
    paragraph._p.append(
        parse_xml(
            f'<w:sdt {nsdecls("w")} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:sdtPr>'
            f'<w14:checkbox><w14:checked w14:val="{int(checked)}"/></w14:checkbox></w:sdtPr>'
            f"<w:sdtContent><w:r><w:t>{'☒' if checked else '☐'}</w:t></w:r></w:sdtContent></w:sdt>"
        )
    )


def controlled(cell: _Cell, text: str) -> None:
    """A paragraph inside a block content control."""
    cell._tc.append(
        parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    )


def text_box(paragraph: Paragraph, text: str, *, twice: bool = False) -> None:
    """A text box in a paragraph; Word writes it twice, once for old readers."""
    inner = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    spaces = (
        f'{nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    old = f"<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
    new = f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>'
    paragraph._p.append(parse_xml(f"<w:r {spaces}>{new if twice else old}</w:r>"))


def deleted(paragraph: Paragraph, text: str) -> None:
    """Text that somebody deleted with changes tracked."""
    paragraph._p.append(
        parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="x"><w:r><w:delText>{text}</w:delText></w:r></w:del>')
    )


def inserted(paragraph: Paragraph, text: str) -> None:
    """Text that somebody inserted with changes tracked."""
    paragraph._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="2" w:author="x"><w:r><w:t>{text}</w:t></w:r></w:ins>'))


def numbered(document: Document, cell: _Cell, *texts: str, style: str = "List Number") -> None:
    """Paragraphs that Word numbers itself: the numbers stand nowhere in the text."""
    for text in texts:
        cell.add_paragraph(text, style=document.styles[style])
