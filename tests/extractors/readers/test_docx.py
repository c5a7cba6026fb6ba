"""DOCX to Forms: merged cells, nested tables, controls, symbols, text boxes, breaks, emphasis, changes, damage."""

import io
import zipfile

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table, _Cell

from extractors.errors import Damaged, TooLarge
from extractors.fields.label import is_label
from extractors.readers import docx
from extractors.readers.form import EMPTY, TICKED, Form
from tests.factory import docx as word
from tests.factory.form import HEADER, VALUES


def rows(content: bytes) -> dict[str, tuple[str, ...]]:
    """Labels with their lines."""
    return labelled(docx.read(content, is_label))


def labelled(form: Form) -> dict[str, tuple[str, ...]]:
    """The form's labels with their lines."""
    return {row.label: tuple(line.text for line in row.lines) for row in form.rows}


def one(change: object, label: str = "主要内容") -> tuple[str, ...]:
    """The lines of a row whose cell was changed."""
    content = word.made({"时间": ("甲",), label: (), "日期": ("乙",)}, lambda table: change(word.value(table, label)))  # type: ignore[operator]
    return rows(content)[label]


def test_the_form() -> None:
    form = docx.read(word.made(VALUES), is_label)
    assert labelled(form) == dict(VALUES)
    assert tuple(line.text for line in form.header) == HEADER
    assert (form.annex, form.page_count) == ((), None)


def test_a_value_merged_over_columns_is_read_once() -> None:
    document = word.form({})[0]
    table = document.tables[0]
    for _ in range(2):
        table.add_column(1)
    for label, text in (("时间", "甲"), ("地点", "乙"), ("日期", "丙")):
        cells = table.add_row().cells
        cells[0].text = label
        cells[1].merge(cells[3]).text = text
    assert rows(word.content(document)) == {"时间": ("甲",), "地点": ("乙",), "日期": ("丙",)}


def test_a_label_merged_downwards_is_read_once() -> None:
    def merge(table: Table) -> None:
        table.cell(1, 0).text, table.cell(2, 0).text = "主要内容", ""
        table.cell(1, 0).merge(table.cell(2, 0))

    found = rows(word.made({"时间": ("甲",), "主要内容": ("乙",), "第二": ("丙",), "日期": ("丁",)}, merge))
    assert found == {"时间": ("甲",), "主要内容": ("乙", "丙"), "日期": ("丁",)}


def test_a_nested_table_gives_rows_of_cells() -> None:
    def nest(table: Table) -> None:
        cell = word.value(table, "参与单位")
        inner = cell.add_table(rows=2, cols=2)
        for row, texts in zip(inner.rows, (("机构", "姓名"), ("虚构证券", "李琦")), strict=True):
            for target, text in zip(row.cells, texts, strict=True):
                target.text = text

    form = docx.read(word.made({"参与单位": ("名单：",), "时间": ("甲",), "日期": ("乙",)}, nest), is_label)
    grid = [[[line.text for line in cell] for cell in cells] for cells in form.rows[0].grid]
    assert grid == [[["名单："]], [["机构"], ["姓名"]], [["虚构证券"], ["李琦"]]]


def test_cells_beside_each_other() -> None:
    document = word.form({})[0]
    table = document.tables[0]
    table.add_column(1)
    for texts in (("参与单位", "虚构证券", "李琦"), ("时间", "甲", ""), ("日期", "乙", "")):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    form = docx.read(word.content(document), is_label)
    assert [[line.text for line in cell] for cell in form.rows[0].grid[0]] == [["虚构证券"], ["李琦"]]


@pytest.mark.parametrize(
    ("font", "char", "box"),
    [
        ("Wingdings 2", "F052", TICKED), ("Wingdings 2", "0052", TICKED), ("Wingdings 2", "F0A3", EMPTY),
        ("Wingdings 2", "00A3", EMPTY), ("Wingdings 2", "F050", TICKED),
        ("Wingdings", "F0FE", TICKED), ("Wingdings", "00A8", EMPTY), ("Wingdings", "F0FC", TICKED),
    ],
)  # fmt: skip
def test_a_symbol_is_a_tick_by_its_font(font: str, char: str, box: str) -> None:
    def change(cell: word._Cell) -> None:
        word.symbol(cell.paragraphs[0], font, char)
        cell.paragraphs[0].add_run("特定对象调研")

    assert one(change) == (f"{box}特定对象调研",)


@pytest.mark.parametrize(
    ("font", "char", "box"),
    [
        ("Wingdings 2", "\uf052", TICKED),
        ("Wingdings 2", "\uf0a3", EMPTY),
        ("Wingdings", "\uf0fe", TICKED),
        ("Wingdings", "\uf0a8", EMPTY),
    ],
)
def test_a_character_of_a_symbol_font_is_a_tick(font: str, char: str, box: str) -> None:
    def change(cell: word._Cell) -> None:
        word.glyph(cell.paragraphs[0], font, char)
        cell.paragraphs[0].add_run("现场参观")

    assert one(change) == (f"{box}现场参观",)


@pytest.mark.parametrize(
    ("font", "char", "box"),
    [("Wingdings 2", "R", TICKED), ("Wingdings 2", "£", EMPTY), ("Wingdings", "þ", TICKED), ("Wingdings", "¨", EMPTY)],
)
def test_a_plain_letter_of_a_symbol_font_is_a_tick(font: str, char: str, box: str) -> None:
    def change(cell: word._Cell) -> None:
        word.glyph(cell.paragraphs[0], font, char)
        cell.paragraphs[0].add_run("现场参观 R £")

    assert one(change) == (f"{box}现场参观 R £",)


@pytest.mark.parametrize(("checked", "box"), [(True, TICKED), (False, EMPTY)])
def test_a_checkbox_control(checked: bool, box: str) -> None:
    def change(cell: word._Cell) -> None:
        word.checkbox(cell.paragraphs[0], checked=checked)
        cell.paragraphs[0].add_run("路演活动")

    assert one(change) == (f"{box}路演活动",)


def test_a_paragraph_in_a_content_control() -> None:
    assert one(lambda cell: word.controlled(cell, "控件里的文字")) == ("控件里的文字",)


@pytest.mark.parametrize("twice", [False, True], ids=["old", "new"])
def test_a_text_box_belongs_to_its_cell_and_is_read_once(twice: bool) -> None:
    found = one(lambda cell: word.text_box(cell.paragraphs[0], "框里的文字", twice=twice))
    assert "".join(found) == "框里的文字"


def test_breaks_and_tabs() -> None:
    assert one(lambda cell: cell.paragraphs[0].add_run("问：甲？\n答：乙。\t丙")) == ("问：甲？", "答：乙。\t丙")


def test_deleted_text_is_gone_and_inserted_text_is_there() -> None:
    def change(cell: word._Cell) -> None:
        cell.paragraphs[0].add_run("甲")
        word.deleted(cell.paragraphs[0], "乙")
        word.inserted(cell.paragraphs[0], "丙")

    assert one(change) == ("甲丙",)


def emphasis(change: object) -> list[tuple[str, int]]:
    """Lines of a changed cell with their emphasised characters."""
    content = word.made(
        {"时间": ("甲",), "主要内容": (), "日期": ("乙",)}, lambda table: change(word.value(table, "主要内容"))
    )  # type: ignore[operator]
    return [(line.text, line.bold) for line in docx.read(content, is_label).rows[1].lines]


def test_emphasis() -> None:
    def change(cell: word._Cell) -> None:
        cell.paragraphs[0].add_run("1、订单如何？").bold = True
        second = cell.add_paragraph()
        second.add_run("问题").bold = True
        second.add_run("答案")
        cell.add_paragraph("正文")

    assert emphasis(change) == [("1、订单如何？", 7), ("问题答案", 2), ("正文", 0)]


def test_emphasis_switched_off() -> None:
    def change(cell: word._Cell) -> None:
        cell.paragraphs[0].add_run("正文").bold = False

    assert emphasis(change) == [("正文", 0)]


def test_emphasis_before_a_break() -> None:
    def change(cell: word._Cell) -> None:
        cell.paragraphs[0].add_run("问题？\n").bold = True
        cell.paragraphs[0].add_run("答案。")

    assert emphasis(change) == [("问题？", 3), ("答案。", 0)]


def test_paragraphs_that_word_numbers_are_read_in_order() -> None:
    document, table = word.form({"时间": ("甲",), "主要内容": ("导语",), "日期": ("乙",)})
    word.numbered(document, word.value(table, "主要内容"), "公司订单如何？", "毛利率如何？")
    assert rows(word.content(document))["主要内容"] == ("导语", "1. 公司订单如何？", "2. 毛利率如何？")


def test_what_follows_the_form_is_annex() -> None:
    document, _ = word.form(VALUES)
    document.add_paragraph("附件：参会名单")
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("机构名称", "姓名"), ("虚构证券", "李琦")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    form = docx.read(word.content(document), is_label)
    assert form.text.endswith("附件：参会名单\n机构名称\n姓名\n虚构证券\n李琦")
    assert len(form.annex) == 3


def test_a_document_without_a_table() -> None:
    document = word.form({})[0]
    assert tuple(line.text for line in docx.read(word.content(document), is_label).header) == HEADER


def packed(**members: bytes) -> bytes:
    """A zip file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in members.items():
            package.writestr(name, content)
    return file.getvalue()


def broken() -> list[bytes]:
    """Files that are no readable documents."""
    whole = word.made(VALUES)
    with zipfile.ZipFile(io.BytesIO(whole)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    return [
        whole[:1000], whole[:-200], b"PK\x03\x04" + b"\0" * 50, packed(a=b"b"),
        packed(**{**members, "word/document.xml": b"<w:document"}),
        packed(**{name: one for name, one in members.items() if name != "word/document.xml"}),
        packed(**{**members, "[Content_Types].xml": b"<Types/>"}),
        packed(**{**members, "word/document.xml": b'<a xmlns="x"/>'}),
    ]  # fmt: skip


@pytest.mark.parametrize("number", range(8))
def test_a_damaged_file(number: int) -> None:
    with pytest.raises(Damaged):
        docx.read(broken()[number], is_label)


def test_a_file_that_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "_MOST_BYTES", 1000)
    with pytest.raises(TooLarge) as caught:
        docx.read(word.made(VALUES), is_label)
    assert caught.value.limit == 1000


def test_hidden_text_and_readings_are_left_out() -> None:
    spaces = nsdecls("w")

    def change(cell: _Cell) -> None:
        cell.text = "公司"
        cell.paragraphs[0].add_run("秘密").font.hidden = True
        ruby = (
            "<w:ruby><w:rt><w:r><w:t>dian</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>电</w:t></w:r></w:rubyBase></w:ruby>"
        )
        cell.paragraphs[0]._p.append(parse_xml(f"<w:r {spaces}>{ruby}</w:r>"))
        cell.paragraphs[0]._p.append(parse_xml(f"<w:r {spaces}><w:noBreakHyphen/><w:t>话</w:t></w:r>"))

    assert one(change) == ("公司电-话",)


@pytest.mark.parametrize(
    ("font", "char", "box"),
    [("Segoe UI Symbol", "2611", "☑"), ("Webdings", "F061", TICKED), ("Webdings", "63", EMPTY), ("Wingdings", "78", TICKED)],
)  # fmt: skip
def test_symbols_of_one_byte_are_of_symbol_fonts(font: str, char: str, box: str) -> None:
    assert one(lambda cell: word.symbol(cell.paragraphs[0], font, char)) == (box,)


def test_rows_and_cells_inside_content_controls() -> None:
    def control(table: Table) -> None:
        for element in (table.rows[1]._tr, table.rows[2]._tr.tc_lst[1]):
            box = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
            element.addprevious(box)
            box[1].append(element)

    wanted = {"时间": ("甲",), "地点": ("乙",), "日期": ("丙",)}
    assert rows(word.made(wanted, control)) == wanted


def test_a_row_that_somebody_deleted_is_left_out() -> None:
    def delete(table: Table) -> None:
        mark = parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="x"/>')
        table.rows[1]._tr.get_or_add_trPr().append(mark)

    assert list(rows(word.made({"时间": ("甲",), "地点": ("乙",), "日期": ("丙",)}, delete))) == ["时间", "日期"]


def test_a_form_inside_a_cell_that_is_the_whole_table() -> None:
    document = word.form({})[0]
    outer = document.add_table(rows=1, cols=1).rows[0].cells[0]
    inner = outer.add_table(rows=2, cols=2)
    for row, texts in zip(inner.rows, (("时间", "甲"), ("日期", "乙")), strict=True):
        row.cells[0].text, row.cells[1].text = texts
    assert rows(word.content(document)) == {"时间": ("甲",), "日期": ("乙",)}
