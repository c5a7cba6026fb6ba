"""PDF to Forms: borders of every kind, rows over page breaks, furniture, emphasis, annexes, unreadable files."""

import pytest

from extractors.errors import Damaged, Encrypted, NeedsOcr, TooManyPages
from extractors.fields.label import is_label
from extractors.readers import pdf
from extractors.readers.form import Form
from extractors.readers.pdf import reader
from tests.factory import pdf as made
from tests.factory.form import HEADER, VALUES, values
from tests.factory.pdf import LEFT, MIDDLE, RIGHT, Sheet


def read(content: bytes) -> Form:
    """The form of a file."""
    return pdf.read(content, is_label)


def rows(content: bytes) -> dict[str, str]:
    """Labels with their values, lines run together."""
    return {row.label: "".join(line.text for line in row.lines) for row in read(content).rows}


def expected(changed: dict[str, tuple[str, ...]] | None = None) -> dict[str, str]:
    """Labels with their values, lines run together."""
    return {label: "".join(lines) for label, lines in (changed or VALUES).items()}


@pytest.mark.parametrize("draw", [made.thin, made.stroked, made.dashed], ids=["thin rectangles", "strokes", "pieces"])
def test_the_form_however_its_borders_are_drawn(draw: made.Draw) -> None:
    content = made.form(VALUES, draw=draw)
    assert rows(content) == expected()
    form = read(content)
    assert [line.text for line in form.header] == list(HEADER)
    assert (form.page_count, form.annex) == (1, ())


def test_shading_behind_the_text_is_no_cell() -> None:
    def shaded(sheet: Sheet, _: int) -> None:
        for line in range(20):
            sheet.bar(MIDDLE + 6, 140 + 18 * line, RIGHT - 6, 157 + 18 * line, grey=0.9)

    assert rows(made.form(VALUES, furniture=shaded)) == expected()


def test_lines_know_their_places() -> None:
    line = read(made.form(VALUES)).rows[2].lines[0]
    assert line.box is not None
    assert line.edges is not None
    assert (line.page, line.box.page, round(line.edges[0]), round(line.edges[1])) == (1, 1, 180, 540)
    assert MIDDLE < line.box.x0 < line.box.x1 < RIGHT


def test_a_page_whose_corner_lies_elsewhere() -> None:
    content = made.form(VALUES, corner=20)
    assert rows(content) == expected()


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_that_is_shown_turned(angle: int) -> None:
    ticked = values(投资者关系活动类别=("√特定对象调研 □分析师会议",))  # pdfplumber knows no ☑ in this font
    content = made.turned(made.form(ticked), angle)
    assert rows(content) == expected(ticked)
    lines = [form.rows[2].lines[0] for form in (read(content), read(made.form(ticked)))]
    boxes = [(round(one.box.x0), round(one.box.top)) for one in lines if one.box]
    assert abs(boxes[0][0] - boxes[1][0]) + abs(boxes[0][1] - boxes[1][1]) <= 2


LONG = values(
    投资者关系活动主要内容介绍=tuple(
        text
        for n in range(1, 41)
        for text in (
            f"{n}、第{n}个问题是什么情况？",
            f"答：第{n}个回答，公司订单充足，生产经营一切正常，没有其他情况需要特别说明。",
        )
    )
)


def test_a_row_over_page_breaks_is_one() -> None:
    content = made.form(LONG)
    assert read(content).page_count == 4
    assert rows(content) == expected(LONG)
    assert {line.page for line in read(content).rows[5].lines} == {1, 2, 3, 4}


def test_page_numbers_and_running_heads_are_left_out() -> None:
    def furniture(sheet: Sheet, page: int) -> None:
        sheet.text(LEFT, 30, f"虚构股份投资者关系活动记录表 {page}")
        sheet.text(290, 800, f"{page}")

    assert rows(made.form(LONG, furniture=furniture)) == expected(LONG)


def test_a_line_at_the_foot_of_each_page_is_left_out_on_the_first_too() -> None:
    def furniture(sheet: Sheet, page: int) -> None:
        sheet.text(290, 805, "虚构路演平台有限公司")

    content = made.form(LONG, furniture=furniture)
    assert rows(content) == expected(LONG)
    assert [line.text for line in read(content).header] == list(HEADER)


@pytest.mark.parametrize(
    "number", ["{}", "- {} -", "第{}页", "第 {} 页 共 4 页", "{}/4", "{} / 4", "—{}—", "第{}页/共4页"]
)
def test_page_numbers_of_every_kind_are_left_out(number: str) -> None:
    def furniture(sheet: Sheet, page: int) -> None:
        sheet.text(280, 805, number.format(page))

    content = made.form(LONG, furniture=furniture)
    assert rows(content) == expected(LONG)
    assert [line.text for line in read(content).header] == list(HEADER)


def test_a_label_that_a_page_break_cuts() -> None:
    filler = values(参与单位名称及人员姓名=tuple(f"虚构第{n}证券：李琦" for n in range(22)))
    content = made.form(filler)
    assert rows(content) == expected(filler)


def test_emphasised_questions_are_known() -> None:
    asked = {"公司今年的订单如何？", "毛利率为什么下降？"}
    content = made.form(
        values(投资者关系活动主要内容介绍=("公司今年的订单如何？", "充足。", "毛利率为什么下降？", "结构变化。")),
        bold=lambda text: text in asked,
    )
    assert {line.text for line in read(content).rows[5].lines if line.is_bold} == asked


def test_ticks_of_symbol_fonts() -> None:
    sheet = Sheet()
    made.grid(sheet, (LEFT, MIDDLE, RIGHT), (100, 140, 180, 220))
    for top, label in ((105, "活动类别"), (145, "时间"), (185, "地点")):
        sheet.text(LEFT + 6, top, label)
    for x, char, text in ((190, "\uf0a3", "特定对象调研"), (300, "\uf052", "业绩说明会")):
        sheet.symbol(x, 105, char)
        sheet.text(x + 12, 105, text)
    row = read(sheet.content()).rows[0]
    assert "".join(line.text for line in row.lines).replace("\t", "").replace(" ", "") == "□特定对象调研☑业绩说明会"


def test_cells_beside_each_other_stay_apart() -> None:
    sheet = Sheet()
    made.grid(sheet, (LEFT, MIDDLE, RIGHT), (100, 160, 200))
    made.thin(sheet, 360, 100, 360, 160)
    sheet.text(LEFT + 6, 105, "参与单位")
    sheet.text(LEFT + 6, 165, "时间")
    for top, house, person in ((105, "虚构证券", "李琦"), (125, "假设基金", "王诚")):
        sheet.text(MIDDLE + 6, top, house)
        sheet.text(366, top, person)
    grid = read(sheet.content()).rows[0].grid
    assert [[[line.text for line in cell] for cell in cells] for cells in grid] == [
        [["虚构证券", "假设基金"], ["李琦", "王诚"]]
    ]


def test_what_follows_the_form_is_annex() -> None:
    form = read(made.form(VALUES, after=("附件：参会名单", "虚构证券", "假设基金")))
    assert form.text.endswith("附件：参会名单\n虚构证券\n假设基金")
    assert len(form.annex) == 3


def test_a_file_without_a_table_is_header() -> None:
    form = read(made.plain("关于监事辞职的公告", "本公司及监事会全体成员保证信息披露的内容真实。"))
    assert ([line.text for line in form.header], form.rows) == (
        ["关于监事辞职的公告", "本公司及监事会全体成员保证信息披露的内容真实。"],
        (),
    )


def test_a_scan_needs_ocr() -> None:
    sheet = Sheet()
    sheet.bar(50, 50, 500, 700, grey=0.5)
    sheet.turn()
    sheet.bar(50, 50, 500, 700, grey=0.5)
    with pytest.raises(NeedsOcr) as caught:
        pdf.read(sheet.content(), is_label, is_ocr=False)
    assert caught.value.pages == 2


def test_page_numbers_on_a_scan_are_no_text() -> None:
    sheet = Sheet()
    for page in (1, 2):
        sheet.text(290, 800, str(page))
        sheet.turn()
    with pytest.raises(NeedsOcr):
        pdf.read(sheet.content(), is_label, is_ocr=False)


def test_a_locked_file() -> None:
    with pytest.raises(Encrypted):
        read(made.plain("甲", password="secret"))  # noqa: S106 - of a made file


@pytest.mark.parametrize("keep", [8, 100, 600])
def test_a_file_cut_short(keep: int) -> None:
    with pytest.raises(Damaged):
        read(made.form(VALUES)[:keep])


def test_a_file_without_its_last_bytes_is_read_or_damaged() -> None:
    content = made.form(VALUES)
    try:
        found = rows(content[:-300])
    except Damaged:
        return
    assert found == expected()


def test_more_pages_than_any_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_MOST_PAGES", 3)
    with pytest.raises(TooManyPages) as caught:
        read(made.plain("甲", pages=4))
    assert (caught.value.pages, caught.value.limit) == (4, 3)


def test_leading_junk_is_no_hindrance() -> None:
    assert rows(b"HTTP/1.1 200 OK\r\n\r\n" + made.form(VALUES)) == expected()


def test_reading_twice_gives_the_same() -> None:
    content = made.form(LONG)
    assert read(content) == read(content)
