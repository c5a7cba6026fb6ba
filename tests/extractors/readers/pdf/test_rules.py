"""Ruling lines from drawn paths: thin fills, strokes, frames, pieces, forms; shading and characters are none."""

import pypdfium2
import pytest

from extractors.readers.pdf.rules import Rule, rules
from tests.factory import pdf
from tests.factory.pdf import HEIGHT, Sheet

XS, YS = (60.0, 180.0, 540.0), (100.0, 200.0, 400.0)


def drawn(sheet: Sheet) -> tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]:
    """The rules of the first page, rounded: position, start and end."""
    document = pypdfium2.PdfDocument(sheet.content())
    page = document[0]
    across, along = rules(page.raw, 0.0, HEIGHT)
    page.close()
    document.close()
    return rounded(across), rounded(along)


def rounded(found: tuple[Rule, ...]) -> list[tuple[float, float, float]]:
    """Rules as whole points."""
    return [(round(one.at), round(one.start), round(one.end)) for one in found]


EXPECTED = ([(y, 60, 540) for y in (100, 200, 400)], [(x, 100, 400) for x in (60, 180, 540)])


def heavy(sheet: Sheet, x0: float, y0: float, x1: float, y1: float) -> None:
    """A border as Word draws its thickest: a filled rectangle six points across."""
    sheet.bar(x0 - 3 * (x0 == x1), y0 - 3 * (y0 == y1), x1 + 3 * (x0 == x1), y1 + 3 * (y0 == y1))


def test_a_thick_rectangle_is_a_border_where_it_is_long() -> None:
    sheet = Sheet()
    pdf.grid(sheet, XS, YS, heavy)
    sheet.bar(70, 500, 110, 506)
    assert drawn(sheet) == EXPECTED


@pytest.mark.parametrize("draw", [pdf.thin, pdf.stroked, pdf.dashed], ids=["thin rectangles", "strokes", "pieces"])
def test_borders_however_they_are_drawn(draw: pdf.Draw) -> None:
    sheet = Sheet()
    pdf.grid(sheet, XS, YS, draw)
    across, along = drawn(sheet)
    near = [
        abs(a - b) <= 2
        for one, other in zip(across + along, EXPECTED[0] + EXPECTED[1], strict=True)
        for a, b in zip(one, other, strict=True)
    ]
    assert all(near)


def test_a_frame_around_each_cell() -> None:
    sheet = Sheet()
    pdf.framed(sheet, XS, YS)
    assert drawn(sheet) == EXPECTED


def test_borders_inside_a_scaled_and_moved_form() -> None:
    sheet = Sheet()
    sheet.canvas.beginForm("table")
    sheet.canvas.line(0, 0, 100, 0)
    sheet.canvas.line(0, 0, 0, 50)
    sheet.canvas.endForm()
    sheet.canvas.translate(100, HEIGHT - 300)
    sheet.canvas.scale(2, 2)
    sheet.canvas.doForm("table")
    assert drawn(sheet) == ([(300, 100, 300)], [(100, 200, 300)])


def test_borders_as_parts_of_one_filled_path() -> None:
    sheet = Sheet()
    path = sheet.canvas.beginPath()
    for x0, y0, x1, y1 in ((60, 100, 540, 101), (60, 100, 61, 400), (60, 400, 540, 401)):
        path.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0)
    sheet.canvas.drawPath(path, stroke=0, fill=1)
    across, along = drawn(sheet)
    assert ([at for at, *_ in across], [at for at, *_ in along]) == ([100, 400], [60])


def test_shading_is_no_border() -> None:
    sheet = Sheet()
    sheet.bar(60, 100, 540, 118, grey=0.9)
    sheet.bar(60, 118, 66, 200, grey=0.9)
    assert drawn(sheet) == ([], [])


def test_short_marks_and_text_are_no_borders() -> None:
    sheet = Sheet()
    sheet.bar(60, 100, 63, 101)
    sheet.text(60, 200, "一二三")
    assert drawn(sheet) == ([], [])


def test_an_empty_page_has_no_rules() -> None:
    sheet = Sheet()
    sheet.turn()
    assert drawn(sheet) == ([], [])


@pytest.mark.parametrize(
    ("spans", "start", "end", "covers"),
    [
        (((0, 100),), 0, 100, True), (((0, 100),), 10, 50, True), (((0, 100),), 50, 150, False),
        (((0, 48), (52, 100)), 0, 100, True),
        (((0, 20), (80, 100)), 0, 100, False), (((2, 98),), 0, 100, True), (((0, 1),), 0, 3, True),
    ],
)  # fmt: skip
def test_what_a_rule_covers(spans: tuple[tuple[float, float], ...], start: float, end: float, covers: bool) -> None:
    assert Rule(at=0, spans=spans).covers(start, end) == covers
