"""Made PDF pages: text and borders drawn as Word, WPS and printers draw them; points, origin top left."""

import io
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

import pypdfium2
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.factory import symbols
from tests.factory.form import HEADER
from tests.factory.lines import width_of

WIDTH, HEIGHT = 595.0, 842.0
SONG, SIZE, LEADING = "STSong-Light", 12.0, 18.0
LEFT, MIDDLE, RIGHT = 60.0, 180.0, 540.0  # the form's upright rules
TOP, BOTTOM = 140.0, 780.0
_FILL_AND_STROKE = 2

Draw = Callable[["Sheet", float, float, float, float], None]


class Sheet:
    """A page that is drawn on."""

    def __init__(self, *, password: str = "", corner: float = 0.0) -> None:
        """An empty document; its pages' own corner may lie elsewhere."""
        pdfmetrics.registerFont(UnicodeCIDFont(SONG))
        self.file = io.BytesIO()
        encrypt = StandardEncryption(password, canPrint=1) if password else None
        self.canvas = Canvas(self.file, pagesize=(WIDTH, HEIGHT), encrypt=encrypt, invariant=1)
        self.corner = corner
        if corner:
            self.canvas.setCropBox((corner, corner, WIDTH, HEIGHT))

    def text(self, x: float, top: float, text: str, *, bold: bool = False, font: str = SONG) -> None:
        """A line of text; bold as Word draws Chinese: filled and stroked."""
        line = self.canvas.beginText(x, HEIGHT - top - SIZE * 0.88)
        line.setFont(font, SIZE)
        if bold:
            line.setTextRenderMode(_FILL_AND_STROKE)
        line.textOut(text)
        self.canvas.saveState()  # the render mode would outlast the text
        self.canvas.drawText(line)
        self.canvas.restoreState()

    def hidden(self, x: float, top: float, text: str, *, mode: int = 0, grey: float = 0.0) -> None:
        """A line in another render mode (3 is without ink) or another grey (1 is white)."""
        line = self.canvas.beginText(x, HEIGHT - top - SIZE * 0.88)
        line.setFont(SONG, SIZE)
        line.setTextRenderMode(mode)
        line.setFillGray(grey)
        line.textOut(text)
        self.canvas.saveState()
        self.canvas.drawText(line)
        self.canvas.restoreState()

    def symbol(self, x: float, top: float, char: str, family: str = "Wingdings 2") -> None:
        """A glyph of a symbol font."""
        if family not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(family, io.BytesIO(symbols.font(family))))
        self.text(x, top, char, font=family)

    def bar(self, x0: float, top: float, x1: float, bottom: float, grey: float = 0.0) -> None:
        """A filled rectangle."""
        self.canvas.setFillGray(grey)
        self.canvas.rect(x0, HEIGHT - bottom, x1 - x0, bottom - top, stroke=0, fill=1)
        self.canvas.setFillGray(0)

    def turn(self) -> None:
        """The next page."""
        self.canvas.showPage()
        if self.corner:
            self.canvas.setCropBox((self.corner, self.corner, WIDTH, HEIGHT))

    def content(self) -> bytes:
        """The document as a file."""
        self.canvas.save()
        return self.file.getvalue()


def thin(sheet: Sheet, x0: float, y0: float, x1: float, y1: float) -> None:
    """A border as Word draws it: a thin filled rectangle."""
    sheet.bar(x0, y0, max(x1, x0 + 0.5), max(y1, y0 + 0.5))


def stroked(sheet: Sheet, x0: float, y0: float, x1: float, y1: float) -> None:
    """A border as a stroked line."""
    sheet.canvas.setLineWidth(0.5)
    sheet.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)


def dashed(sheet: Sheet, x0: float, y0: float, x1: float, y1: float) -> None:
    """A border in pieces that almost touch."""
    steps = max(1, round(max(x1 - x0, y1 - y0) / 40))
    for i in range(steps):
        a, b = i / steps, (i + 1) / steps
        thin(
            sheet,
            x0 + (x1 - x0) * a,
            y0 + (y1 - y0) * a,
            x0 + (x1 - x0) * b - (x1 > x0),
            y0 + (y1 - y0) * b - (y1 > y0),
        )


def grid(sheet: Sheet, xs: Sequence[float], ys: Sequence[float], draw: Draw = thin) -> None:
    """The rules of a table."""
    for y in ys:
        draw(sheet, xs[0], y, xs[-1], y)
    for x in xs:
        draw(sheet, x, ys[0], x, ys[-1])


def framed(sheet: Sheet, xs: Sequence[float], ys: Sequence[float]) -> None:
    """A table of which each cell is a stroked rectangle."""
    for x0, x1 in pairwise(xs):
        for y0, y1 in pairwise(ys):
            sheet.canvas.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0, stroke=1, fill=0)


def wrap(text: str, room: float) -> list[str]:
    """The text cut to lines."""
    lines = [""]
    for char in text:
        if width_of(lines[-1] + char) > room:
            lines.append("")
        lines[-1] += char
    return lines


def form(  # noqa: PLR0913 - what is odd about a page is said by name
    rows: Mapping[str, Sequence[str]],
    *,
    draw: Draw = thin,
    header: Sequence[str] = HEADER,
    bold: Callable[[str], bool] = lambda _: False,
    furniture: Callable[[Sheet, int], None] = lambda *_: None,
    after: Sequence[str] = (),
    corner: float = 0.0,
) -> bytes:
    """The form as a file; rows run over to further pages, their labels stay on the page where they begin."""
    sheet = Sheet(corner=corner)
    for number, line in enumerate(header):
        sheet.text(LEFT + 40, 60 + number * 24, line)
    page, top, ys = 1, TOP, [TOP]
    furniture(sheet, page)
    for label, texts in rows.items():
        lines = [(line, bold(text)) for text in texts or ("",) for line in wrap(text, RIGHT - MIDDLE - 12)]
        names = wrap(label, MIDDLE - LEFT - 12)
        for i in range(max(len(lines), len(names))):
            if top + LEADING > BOTTOM:
                grid(sheet, (LEFT, MIDDLE, RIGHT), [*ys, top] if ys[-1] != top else ys, draw)
                sheet.turn()
                page, top, ys = page + 1, 60.0, [60.0]
                furniture(sheet, page)
            if i < len(names):
                sheet.text(LEFT + 6, top + 3, names[i])
            if i < len(lines):
                sheet.text(MIDDLE + 6, top + 3, lines[i][0], bold=lines[i][1])
            top += LEADING
        ys.append(top)
    grid(sheet, (LEFT, MIDDLE, RIGHT), ys, draw)
    for number, line in enumerate(after):
        sheet.text(LEFT, top + 12 + LEADING * number, line)
    return sheet.content()


def plain(*lines: str, pages: int = 1, password: str = "") -> bytes:
    """Pages of text without a table."""
    sheet = Sheet(password=password)
    for page in range(pages):
        for number, line in enumerate(lines):
            sheet.text(LEFT, 60 + LEADING * number, line)
        if page + 1 < pages:
            sheet.turn()
    return sheet.content()


def turned(content: bytes, angle: int, hidden: float = 0.0) -> bytes:
    """The file with its pages drawn turned and shown upright by /Rotate; a margin at left and bottom not shown."""
    document = pypdfium2.PdfDocument(content)
    for page in document:
        width, height = page.get_size()
        matrix = {
            0: (1, 0, 0, 1, 0, 0), 90: (0, 1, -1, 0, height, 0), 180: (-1, 0, 0, -1, width, height),
            270: (0, -1, 1, 0, 0, width),
        }[angle]  # fmt: skip
        for thing in page.get_objects():
            thing.transform(pypdfium2.PdfMatrix(*matrix))
        across, up = (height, width) if angle in {90, 270} else (width, height)
        page.set_mediabox(0, 0, across, up)
        page.set_cropbox(hidden, hidden, across, up)
        page.set_rotation(angle)
        page.gen_content()
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
