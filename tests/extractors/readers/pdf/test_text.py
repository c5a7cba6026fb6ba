"""Text of pages as pieces: cut at cells and columns, ticks decoded, emphasis counted, soft hyphens."""

import pypdfium2
import pytest

from extractors.readers.form import EMPTY, TICKED
from extractors.readers.pdf.cells import Table, tables
from extractors.readers.pdf.characters import PageText
from extractors.readers.pdf.rules import rules
from extractors.readers.pdf.text import Piece, pieces
from tests.factory import pdf
from tests.factory.pdf import HEIGHT, Sheet


def read(sheet: Sheet, *, with_tables: bool = True) -> list[Piece]:
    """The pieces of the first page."""
    document = pypdfium2.PdfDocument(sheet.content())
    page = document[0]
    text_page = page.get_textpage()
    found: tuple[Table, ...] = tables(*rules(page.raw, 0.0, HEIGHT)) if with_tables else ()
    done = list(pieces(PageText(text_page.raw, text_page.get_text_range(), 0.0, HEIGHT), found))
    text_page.close()
    page.close()
    document.close()
    return done


def texts(sheet: Sheet) -> list[str]:
    """The texts of the pieces."""
    return [piece.text for piece in read(sheet)]


def test_a_line_is_a_piece_with_its_place() -> None:
    sheet = Sheet()
    sheet.text(100, 200, "公司订单充足")
    (piece,) = read(sheet)
    assert (piece.text, piece.bold, piece.place) == ("公司订单充足", 0, None)
    assert (round(piece.x0), round(piece.x1)) == (100, 172)
    assert 195 <= piece.top < piece.bottom <= 217


def test_text_of_two_cells_on_one_line_is_cut_between_them() -> None:
    sheet = Sheet()
    pdf.grid(sheet, (60, 180, 540), (100, 200))
    sheet.text(70, 120, "时间长长长长长长长长二〇二六年")
    found = read(sheet)
    assert [piece.text for piece in found] == ["时间长长长长长长长", "长二〇二六年"]
    assert len({piece.place for piece in found}) == 2


def test_a_wide_gap_is_a_tab() -> None:
    sheet = Sheet()
    line = sheet.canvas.beginText(100, 600)
    line.setFont(pdf.SONG, 12)
    line.textOut("虚构证券")
    line.setTextOrigin(300, 600)
    line.textOut("李琦")
    sheet.canvas.drawText(line)
    joined = "|".join(texts(sheet))
    assert joined in {"虚构证券\t李琦", "虚构证券|李琦"}


@pytest.mark.parametrize(
    ("char", "family", "box"),
    [
        ("\uf052", "Wingdings 2", TICKED),
        ("\uf0a3", "Wingdings 2", EMPTY),
        ("\uf0fe", "Wingdings", TICKED),
        ("\uf0a8", "Wingdings", EMPTY),
    ],
)
def test_glyphs_of_symbol_fonts_are_ticks(char: str, family: str, box: str) -> None:
    sheet = Sheet()
    sheet.symbol(100, 200, char, family)
    sheet.text(112, 200, "特定对象调研")
    assert "".join(texts(sheet)).replace(" ", "") == f"{box}特定对象调研"


def test_a_glyph_that_nobody_knows_stays() -> None:
    sheet = Sheet()
    sheet.symbol(100, 200, "\uf0ab")
    assert texts(sheet) == ["\uf0ab"]


def test_emphasis_by_text_render_mode() -> None:
    sheet = Sheet()
    sheet.text(100, 200, "订单如何", bold=True)
    sheet.text(100, 230, "订单充足")
    assert [(piece.text, piece.bold) for piece in read(sheet)] == [("订单如何", 4), ("订单充足", 0)]


def test_emphasis_that_ends_inside_a_line() -> None:
    sheet = Sheet()
    sheet.text(100, 200, "问题如何", bold=True)
    sheet.text(148, 200, "答案充足")
    assert [(piece.text, piece.bold) for piece in read(sheet)] == [("问题如何答案充足", 4)]


def test_a_heavy_font_is_emphasis() -> None:
    sheet = Sheet()
    sheet.text(100, 200, "Question", font="Helvetica-Bold")
    sheet.text(100, 230, "Answer", font="Helvetica")
    assert [(piece.text, piece.bold) for piece in read(sheet)] == [("Question", 8), ("Answer", 0)]


def test_an_empty_page() -> None:
    sheet = Sheet()
    sheet.turn()
    assert read(sheet) == []
