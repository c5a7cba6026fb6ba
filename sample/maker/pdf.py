"""PDF: pages of marks drawn the way a look's producer draws them."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from sample.maker.layout import HEIGHT, WIDTH, Layout
from sample.maker.lines import printed
from sample.maker.looks import Look
from sample.maker.marks import Mark, Rule, Shade, Text
from sample.maker.sheet import Sheet

_THICK = 0.48
_FOOT = 44.0


def draw(sheet: Sheet, look: Look, title: str) -> bytes:
    """The sheet as a PDF file; the same bytes each time."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1)
    canvas.setProducer(look.producer)
    canvas.setCreator(look.creator)
    canvas.setTitle(title)
    pages = Layout(look).pages(sheet)
    for number, marks in enumerate(pages, 1):
        footer = look.footer.format(page=number, pages=len(pages))
        if look.is_footer_first:
            _footer(canvas, footer)
        _page(canvas, marks, look)
        if not look.is_footer_first:
            _footer(canvas, footer)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _page(canvas: Canvas, marks: Sequence[Mark], look: Look) -> None:
    canvas.setFillGray(0.95)
    for mark in marks:
        if isinstance(mark, Shade):
            canvas.rect(mark.x0, HEIGHT - mark.y1, mark.x1 - mark.x0, mark.y1 - mark.y0, stroke=0, fill=1)
    canvas.setFillGray(0)
    for mark in marks:
        if isinstance(mark, Text):
            _text(canvas, mark)
    _rules(canvas, [mark for mark in marks if isinstance(mark, Rule)], look.rules)


def _rules(canvas: Canvas, rules: Sequence[Rule], style: str) -> None:
    if style == "lines":
        canvas.setLineWidth(0.5)
        for rule in rules:
            canvas.line(rule.x0, HEIGHT - rule.y0, rule.x1, HEIGHT - rule.y1)
        return
    path = canvas.beginPath()
    for rule in rules:
        x0, y0 = rule.x0 - _THICK / 2, HEIGHT - rule.y1 - _THICK / 2
        wide, high = rule.x1 - rule.x0 + _THICK, rule.y1 - rule.y0 + _THICK
        if style == "boxes":
            path.rect(x0, y0, wide, high)
        else:
            canvas.rect(x0, y0, wide, high, stroke=0, fill=1)
    if style == "boxes" and rules:
        canvas.drawPath(path, stroke=0, fill=1)


def _text(canvas: Canvas, mark: Text) -> None:
    x, size = mark.x, mark.line.size
    for font, part, is_bold in mark.line.parts:
        canvas.saveState()
        words = canvas.beginText(x, HEIGHT - mark.y)
        words.setFont(font, size)
        if is_bold and not font.startswith("Times"):
            canvas.setLineWidth(size / 36)
            words.setTextRenderMode(2)
        words.textOut(part)
        canvas.drawText(words)
        canvas.restoreState()
        x += canvas.stringWidth(part, font, size)


def _footer(canvas: Canvas, text: str) -> None:
    if text:
        line = printed(text, 0, 9.0)
        _text(canvas, Text((WIDTH - line.width) / 2, HEIGHT - _FOOT, line))
