"""Blocks of a page: lines by cell, cells of a row side by side, free lines and rows from top to bottom."""

import pypdfium2
import pytest

from extractors.readers.form import Block, Box, Line, TableRow, lines_of
from extractors.readers.pdf.characters import PageText
from extractors.readers.pdf.layout import blocks_of, scaled
from extractors.readers.pdf.rules import rules
from tests.factory import pdf
from tests.factory.pdf import HEIGHT, LEFT, MIDDLE, RIGHT, Sheet

Shown = str | tuple[str, list[list[str]]]


def shown(block: Block) -> Shown:
    """A line's text, or a row's first cell with the cells beside it."""
    if isinstance(block, Line):
        return block.text
    rest = [["|".join(line.text for line in cell) for cell in cells] for cells in block.rest]
    return "|".join(line.text for line in block.first), rest


def blocks(sheet: Sheet) -> tuple[Block, ...]:
    """The blocks of the first page."""
    document = pypdfium2.PdfDocument(sheet.content())
    page = document[0]
    text_page = page.get_textpage()
    text = PageText(text_page.raw, text_page.get_text_range(), 0.0, HEIGHT)
    done = blocks_of(text, rules(page.raw, 0.0, HEIGHT), 4)
    text_page.close()
    page.close()
    document.close()
    return done


def read(sheet: Sheet) -> list[Shown]:
    """The blocks of the first page, to compare."""
    return [shown(block) for block in blocks(sheet)]


def test_free_lines_and_rows_from_top_to_bottom() -> None:
    sheet = Sheet()
    sheet.text(LEFT, 300, "下")
    pdf.grid(sheet, (LEFT, MIDDLE, RIGHT), (100, 140, 180))
    for top, first, second in ((105, "时间", "甲"), (145, "地点", "乙")):
        sheet.text(MIDDLE + 6, top, second)
        sheet.text(LEFT + 6, top, first)
    sheet.text(LEFT, 60, "上")
    assert read(sheet) == ["上", ("时间", [["甲"]]), ("地点", [["乙"]]), "下"]


def test_lines_of_one_cell_in_order_of_height_and_not_of_drawing() -> None:
    sheet = Sheet()
    pdf.grid(sheet, (LEFT, MIDDLE, RIGHT), (100, 180))
    for top, text in ((150, "三"), (105, "一"), (128, "二")):
        sheet.text(MIDDLE + 6, top, text)
    sheet.text(LEFT + 6, 105, "内容")
    assert read(sheet) == [("内容", [["一|二|三"]])]


def test_rows_of_cells_beside_one_label() -> None:
    sheet = Sheet()
    pdf.grid(sheet, (LEFT, MIDDLE, RIGHT), (100, 180))
    pdf.thin(sheet, MIDDLE, 140, RIGHT, 140)
    pdf.thin(sheet, 360, 100, 360, 180)
    sheet.text(LEFT + 6, 105, "参与单位")
    for top, house, person in ((105, "虚构证券", "李琦"), (145, "假设基金", "王诚")):
        sheet.text(MIDDLE + 6, top, house)
        sheet.text(366, top, person)
    assert read(sheet) == [("参与单位", [["虚构证券", "李琦"], ["假设基金", "王诚"]])]


def test_empty_rows_are_left_out() -> None:
    sheet = Sheet()
    pdf.grid(sheet, (LEFT, MIDDLE, RIGHT), (100, 140, 180))
    sheet.text(LEFT + 6, 105, "时间")
    assert read(sheet) == [("时间", [[""]])]


@pytest.mark.parametrize(("gap", "blank"), [(0.0, ""), (6.0, " "), (40.0, "\t")], ids=["close", "blank", "column"])
def test_pieces_of_one_line_are_joined_by_their_gap(gap: float, blank: str) -> None:
    sheet = Sheet()
    sheet.text(100 + 24 + gap, 200, "李琦")
    sheet.text(100, 200, "虚构")
    assert read(sheet) == [f"虚构{blank}李琦"]


def test_lines_know_page_and_edges() -> None:
    sheet = Sheet()
    pdf.grid(sheet, (LEFT, MIDDLE, RIGHT), (100, 140))
    sheet.text(MIDDLE + 6, 105, "甲")
    sheet.text(LEFT, 300, "外")
    row, outside = blocks(sheet)
    assert isinstance(row, TableRow)
    assert isinstance(outside, Line)
    inside = row.rest[0][0][0]
    assert inside.edges is not None
    assert (inside.page, round(inside.edges[0]), round(inside.edges[1])) == (5, 180, 540)
    assert (outside.page, outside.edges) == (5, None)


def test_an_empty_page_has_no_blocks() -> None:
    sheet = Sheet()
    sheet.turn()
    assert blocks(sheet) == ()


def test_a_tick_that_is_drawn_behind_its_line_stands_where_it_is_printed() -> None:
    sheet = Sheet()
    sheet.text(100, 200, "□路演活动")
    sheet.text(180, 200, "现场参观")
    sheet.text(166, 200, "√")
    assert read(sheet) == ["□路演活动 √现场参观"]


def test_text_that_runs_over_the_table_s_border_stays_in_its_cell() -> None:
    sheet = Sheet()
    pdf.grid(sheet, (LEFT, MIDDLE, RIGHT), (100, 140))
    sheet.text(RIGHT - 30, 105, "虚构证券")
    sheet.text(RIGHT + 30, 105, "外")
    assert read(sheet) == [("", [["虚构证券"]]), "外"]


def test_a_slanted_text_is_set_over_the_page() -> None:
    sheet = Sheet()
    sheet.text(100, 200, "公司三楼会议室")
    sheet.canvas.saveState()
    sheet.canvas.translate(110, HEIGHT - 220)
    sheet.canvas.rotate(45)
    sheet.canvas.drawString(0, 0, "copy")
    sheet.canvas.restoreState()
    said, *over = blocks(sheet)
    assert (shown(said), isinstance(said, Line) and said.is_over) == ("公司三楼会议室", False)
    assert over
    assert all(isinstance(line, Line) and line.is_over for line in over)


def test_a_page_of_another_unit_is_scaled_whole() -> None:
    sheet = Sheet()
    pdf.grid(sheet, (LEFT, MIDDLE, RIGHT), (100, 140))
    for x, top, text in ((LEFT, 60, "甲     乙"), (LEFT + 6, 105, "时间"), (MIDDLE + 6, 105, "丙     丁")):
        sheet.text(x, top, text)
    page = blocks(sheet)
    lines, doubled = ([line for block in one for line in lines_of(block)] for one in (page, scaled(page, 2.0)))
    assert [line.text for line in doubled] == [line.text for line in lines]
    assert any(line.gaps for line in lines)
    for line, other in zip(lines, doubled, strict=True):
        assert line.box is not None
        assert other.box == Box(
            page=5, x0=2 * line.box.x0, top=2 * line.box.top, x1=2 * line.box.x1, bottom=2 * line.box.bottom
        )
        assert other.edges == (line.edges and (2 * line.edges[0], 2 * line.edges[1]))
        assert other.gaps == tuple((2 * start, 2 * end) for start, end in line.gaps)


def test_a_page_of_points_stays_as_it_is() -> None:
    sheet = Sheet()
    sheet.text(LEFT, 60, "上")
    page = blocks(sheet)
    assert scaled(page, 1.0) is page


def test_boxes_that_are_drawn_after_the_words_between_which_they_stand() -> None:
    sheet = Sheet()
    for x, word in ((LEFT + 16, "特定对象调研"), (LEFT + 126, "分析师会议"), (LEFT + 230, "媒体采访")):
        sheet.text(x, 60, word)
    for x, box in ((LEFT, "■"), (LEFT + 110, "□"), (LEFT + 214, "□")):
        sheet.text(x, 60, box)
    (line,) = read(sheet)
    assert "".join(str(line).split()) == "■特定对象调研□分析师会议□媒体采访"


def test_hidden_lines_are_told_apart() -> None:
    sheet = Sheet()
    sheet.text(LEFT, 60, "公司三楼会议室")
    sheet.hidden(LEFT, 100, "虚构", mode=3)
    said, unseen = blocks(sheet)
    assert isinstance(unseen, Line)
    assert (shown(said), unseen.text, unseen.is_over, unseen.is_hidden) == ("公司三楼会议室", "虚构", True, True)
