"""Drawing: a case's sheet as the bytes of its file; the same bytes each time, whatever other cases there are."""

from __future__ import annotations

import html
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from fontTools.ttLib import TTFont as SourceFont
from reportlab import rl_config
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from sample.maker import fonts, pdf, word
from sample.maker.layout import HEIGHT, WIDTH, Layout
from sample.maker.lines import printed
from sample.maker.looks import LOOKS, Look
from sample.maker.marks import Mark, Text
from sample.maker.sheet import Block, Grid, Para, Sheet
from tests.golden.maker.case import Case

PRINTABLE = "".join(map(chr, range(0x20, 0x7F))) + "第页共"
RADICALS = MappingProxyType({"⽴": "立", "⾯": "面", "⼤": "大", "⽤": "用", "⻛": "风", "⻓": "长", "⽬": "目"})
_SYMBOLS = MappingProxyType({"Wingdings2": b"Wingdings2", "Wingdings-Regular": b"Wingdings-Regular"})  # and faces
_OUTSIDE = "STSong-Light"  # a font that every reader of PDF brings
_BOXES = {0x25A1: "empty", 0x2610: "empty", 0x25A0: "full", 0x2611: "ticked", 0x221A: "check"}
_FOOT = 44.0
_TICKED = {"\uf0fe", "\uf0fc", "\uf052", "\uf050", "\uf0a2"}


def content(case: Case, font: Path | None) -> bytes:
    """The bytes of the case's file; `font` is what `shared_font` wrote, needed where a case embeds it."""
    if case.raw is not None or case.sheet is None:
        return case.raw() if case.raw else b""
    if case.kind == "docx":
        return word.write(case.sheet, "投资者关系活动记录表", case.features)
    if case.kind == "html":
        return _page(case.sheet).encode()
    if case.kind == "md":
        return _markdown(case.sheet).encode()
    look = LOOKS[case.look] if case.foot is None else replace(LOOKS[case.look], foot=case.foot)
    with _registered(case.sheet, font if case.is_embedded else None):
        pages = Layout(look).pages(case.sheet)
        return drawn(case.change(pages) if case.change else pages, look, password=case.password)


def shared_font(source: Path, characters: str, into: Path) -> None:
    """Write the Chinese font with these characters only, its radicals drawn as the characters they stand for.

    Raises ValueError where the font lacks a character.
    """
    plain = "".join(RADICALS.get(char, char) for char in characters)
    cut = SourceFont(io.BytesIO(fonts._cut_down(source, plain)), recalcTimestamp=False)
    for table in cut["cmap"].tables:
        table.cmap.update({ord(char): table.cmap[ord(RADICALS[char])] for char in characters if char in RADICALS})
    known = cut.getBestCmap()
    missing = [char for char in characters if ord(char) not in known and fonts.font_of(char, bold=False) == fonts.HAN]
    if missing:
        raise ValueError(f"the font has no {''.join(missing)!r}")
    cut.save(into)


def characters_of(sheet: Sheet) -> str:
    """The characters that a sheet prints, each once."""
    return "".join(sorted({char for char in f"{PRINTABLE}{''.join(_texts(sheet))}" if char not in "\n\t"}))


def drawn(pages: Sequence[list[Mark]], look: Look, *, password: str = "") -> bytes:
    """Pages of marks as a PDF file."""
    out = io.BytesIO()
    rl_config.useA85, kept = 0, rl_config.useA85  # a quarter smaller
    try:
        encrypt = StandardEncryption(password, canPrint=1) if password else None
        canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1, encrypt=encrypt)
        canvas.setProducer(look.producer)
        canvas.setCreator(look.creator)
        for number, marks in enumerate(pages, 1):
            line = printed(look.footer.format(page=number, pages=len(pages)), 0, 9.0)
            footer = [Text((WIDTH - line.width) / 2, HEIGHT - _FOOT, line)] if look.footer else []
            made = [*footer, *marks] if look.is_footer_first else [*marks, *footer]
            pdf._page(canvas, [_named(mark) for mark in made], look)
            canvas.showPage()
        canvas.save()
    finally:
        rl_config.useA85 = kept
    return out.getvalue()


@contextmanager
def _registered(sheet: Sheet, font: Path | None) -> Iterator[None]:
    """The fonts of one file known to the PDF writer, which else keeps the first of a name."""
    _forget()
    try:
        if font is None:
            pdfmetrics._fonts[fonts.HAN] = UnicodeCIDFont(_OUTSIDE)
            pdfmetrics.registerFont(UnicodeCIDFont(_OUTSIDE))
            pdfmetrics.registerFont(TTFont("Boxes", io.BytesIO(fonts._drawn("SegoeUISymbol", _BOXES))))
        else:
            fonts.register(font, characters_of(sheet))
        for name, face in _SYMBOLS.items():
            _forget_font(name, face)
            codes = [char for char, used in fonts.SYMBOL_FONTS.items() if used == name]
            shapes = {ord(char): "ticked" if char in _TICKED else "empty" for char in codes}
            pdfmetrics.registerFont(TTFont(name, io.BytesIO(fonts._drawn(name, shapes))))
        yield
    finally:
        _forget()


def _forget() -> None:
    for name, face in {**_SYMBOLS, fonts.HAN: b"WenQuanYiMicroHei", "Boxes": b"SegoeUISymbol"}.items():
        _forget_font(name, face)


def _forget_font(name: str, face: bytes) -> None:
    pdfmetrics._fonts.pop(name, None)
    pdfmetrics._dynFaceNames.pop(face, None)


def _named(mark: Mark) -> Mark:
    """The mark with the name under which a font that stands outside the file is known."""
    if not isinstance(mark, Text) or not isinstance(pdfmetrics.getFont(fonts.HAN), UnicodeCIDFont):
        return mark
    parts = tuple((_OUTSIDE if font == fonts.HAN else font, text, is_bold) for font, text, is_bold in mark.line.parts)
    return replace(mark, line=replace(mark.line, parts=parts))


def _texts(sheet: Sheet) -> Iterator[str]:
    yield sheet.running or ""
    yield from (row.label for row in sheet.rows)
    for block in (*sheet.top, *(block for row in sheet.rows for block in row.blocks), *sheet.tail):
        yield from (block.text,) if isinstance(block, Para) else (cell for row in block.rows for cell in row)


def _page(sheet: Sheet) -> str:
    """The sheet as a page with one table."""
    body = "".join(f"<tr><td>{row.label}</td><td>{_shown(row.blocks)}</td></tr>\n" for row in sheet.rows)
    table = f'<table border="1">\n{body}</table>\n' if body else ""
    return f"<html><body>\n{_shown(sheet.top)}{table}{_shown(sheet.tail)}</body></html>\n"


def _shown(blocks: Sequence[Block]) -> str:
    return "".join(
        f"<p>{html.escape(block.text)}</p>\n" if isinstance(block, Para) else _table(block) for block in blocks
    )


def _table(grid: Grid) -> str:
    rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in grid.rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>\n"


def _markdown(sheet: Sheet) -> str:
    """The sheet as text, its labels parted from their values by a tab."""
    lines = [para.text for para in sheet.top if para.text]
    for row in sheet.rows:
        texts = [block.text for block in row.blocks if isinstance(block, Para)]
        lines.append(f"{row.label}\t" + "\n".join(texts))
    return "\n".join(lines) + "\n"
