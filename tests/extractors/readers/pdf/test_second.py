"""The second reading by pdfplumber: the same interface, the same words, and rows where the first finds none."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractors.fields.label import is_label
from extractors.readers.form import Form
from extractors.readers.pdf import reader, second
from extractors.readers.pdf.layout import blocks_of
from tests.factory.pdf import plain

SAMPLE = sorted((Path(__file__).parents[4] / "sample/objects").glob("*/*"))
PDFS = [path for path in SAMPLE if path.read_bytes().endswith(b"%%EOF\n")]
TOP = 800
HAN = re.compile(r"[一-鿿]")


def drawn(nesting: int) -> bytes:
    """A form of four rows whose borders stand so many forms deep."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    made = io.BytesIO()
    canvas = Canvas(made, invariant=1)
    for depth in range(nesting):
        canvas.beginForm(f"borders{depth}", 0, 0, 600, 850)
        if depth:
            canvas.doForm(f"borders{depth - 1}")
        else:
            canvas.grid([50, 150, 500], [TOP - 30 * row for row in range(5)])
        canvas.endForm()
    canvas.doForm(f"borders{nesting - 1}")
    canvas.setFont("STSong-Light", 10)
    for row, (label, value) in enumerate(
        [
            ("时间", "2026年3月2日"),
            ("地点", "公司会议室"),
            ("上市公司接待人员", "董事会秘书赵四"),
            ("日期", "2026年3月3日"),
        ]
    ):
        canvas.drawString(55, TOP - 20 - 30 * row, label)
        canvas.drawString(155, TOP - 20 - 30 * row, value)
    canvas.save()
    return made.getvalue()


def emphasised() -> bytes:
    """A form whose every other value is drawn filled and stroked, as Word draws bold Chinese."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    made = io.BytesIO()
    canvas = Canvas(made, invariant=1)
    canvas.grid([50, 150, 500], [TOP - 30 * row for row in range(5)])
    for row, (label, value) in enumerate(zip(("时间", "地点", "接待人员", "日期"), "甲乙丙丁", strict=True)):
        for x, text, mode in ((55, label, 0), (155, value * 5, 2 * (row % 2))):
            canvas.saveState()
            line = canvas.beginText(x, TOP - 20 - 30 * row)
            line.setFont("STSong-Light", 10)
            line.setTextRenderMode(mode)
            line.textOut(text)
            canvas.drawText(line)
            canvas.restoreState()
    canvas.save()
    return made.getvalue()


def again(content: bytes, page_count: int) -> Form:
    """The form of a file by the second reading alone."""
    pages = [
        blocks_of(page.characters, page.ruling, number) for number, page in second.pages(content, range(page_count))
    ]
    return reader.form_of(pages, is_label)


def test_rules_that_the_first_reading_does_not_see_are_seen_by_the_second() -> None:
    labels = [row.label for row in reader.read(drawn(nesting=7), is_label).rows]
    assert labels == ["时间", "地点", "上市公司接待人员", "日期"]
    assert labels == [row.label for row in reader.read(drawn(nesting=1), is_label).rows]


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.name[:16])
def test_both_readings_say_the_same(path: Path) -> None:
    content = path.read_bytes()
    first = reader.read(content, is_label)
    found = again(content, first.page_count or 0)
    assert [row.label for row in found.rows] == [row.label for row in first.rows]
    assert sorted(HAN.findall(found.text)) == sorted(HAN.findall(first.text))


def test_bold_that_a_render_mode_draws_is_seen_by_both() -> None:
    made = emphasised()
    forms = reader.read(made, is_label), again(made, 1)
    assert [[line.bold for row in form.rows for line in row.lines] for form in forms] == [[0, 5, 0, 5]] * 2


@pytest.mark.parametrize(
    ("printed", "sign"), [("(cid:13)", " "), ("(cid:500)", "\ufffd"), ("(cid:)", "(cid:)"), ("甲", "甲")]
)
def test_a_character_that_no_table_maps_is_the_unknown_sign(printed: str, sign: str) -> None:
    assert second._UNMAPPED.sub(second._sign, printed) == sign


def test_a_file_that_neither_can_read_has_no_second_reading() -> None:
    assert list(second.pages(b"%PDF-1.7\n1 0 obj", [0])) == []


def test_pages_that_only_the_first_reading_finds_are_left_out() -> None:
    assert [number for number, _ in second.pages(plain("甲"), [0, 1])] == [0]


def test_pages_that_nobody_doubts_are_not_read_again() -> None:
    assert list(second.pages(b"no PDF at all", [])) == []
