"""HTML and text with HTML fragments to Forms."""

import pytest

from extractors.fields.label import is_label
from extractors.readers.form import Form
from extractors.readers.html import read
from tests.factory.form import HEADER, VALUES
from tests.factory.html import markdown, page


def rows(form: Form) -> dict[str, tuple[str, ...]]:
    """Labels with their lines."""
    return {row.label: tuple(line.text for line in row.lines) for row in form.rows}


def test_a_page_with_a_table() -> None:
    form = read(page(VALUES), is_label)
    assert rows(form) == dict(VALUES)
    assert tuple(line.text for line in form.header) == HEADER
    assert (form.annex, form.page_count) == ((), None)


def test_a_text_with_tabs() -> None:
    form = read(markdown(VALUES), is_label)
    assert rows(form) == dict(VALUES)
    assert tuple(line.text for line in form.header) == HEADER


def table(*lines: str) -> dict[str, tuple[str, ...]]:
    """The rows of a table."""
    return rows(read(f"<table>{''.join(lines)}</table>", is_label))


def test_breaks_paragraphs_and_items_part_lines() -> None:
    assert table(
        "<tr><td>主要内容</td><td>甲<br>乙<p>丙</p><ul><li>丁</li><li>戊</li></ul><div>己</div></td></tr>"
    ) == {"主要内容": ("甲", "乙", "丙", "丁", "戊", "己")}


def test_marks_inside_a_line_do_not_part_it() -> None:
    assert table("<tr><th>时间</th><td><b>2026</b>年<span>3月</span><em>10</em>日&nbsp;</td></tr>") == {
        "时间": ("2026年3月10日",)
    }


def test_checkboxes_are_ticks() -> None:
    text = '<tr><td>活动类别</td><td><input type="checkbox" checked>特定对象调研 <input type="checkbox">其他</td></tr>'
    assert table(text) == {"活动类别": ("☑特定对象调研 □其他",)}


def test_a_table_inside_a_cell_is_read_once() -> None:
    inner = "<table><tr><td>虚构证券</td><td>李琦</td></tr></table>"
    found = table(f"<tr><td>参与单位</td><td>{inner}</td></tr>", "<tr><td>时间</td><td>甲</td></tr>")
    assert list(found) == ["参与单位", "时间"]
    assert "".join(found["参与单位"]).count("虚构证券") == 1


def test_a_table_without_a_body_tag_and_with_one() -> None:
    assert table("<tbody><tr><td>时间</td><td>甲</td></tr></tbody>") == table("<tr><td>时间</td><td>甲</td></tr>")


def test_a_row_over_both_columns_goes_on() -> None:
    assert table(
        "<tr><td>主要内容</td><td>甲</td></tr>",
        '<tr><td colspan="2">问：乙？</td></tr>',
        "<tr><td>日期</td><td>丙</td></tr>",
    ) == {
        "主要内容": ("甲", "问：乙？"),
        "日期": ("丙",),
    }


def test_styles_and_scripts_are_no_text() -> None:
    form = read(
        "<style>a{}</style><script>let x = 1</script><p>甲</p><table><tr><td>时间</td><td>乙</td></tr></table>",
        is_label,
    )
    assert form.text == "甲\n时间\n乙"


def test_lines_behind_the_table_are_annex() -> None:
    form = read(page(VALUES, after="<p>附件：名单</p><p>虚构证券</p>"), is_label)
    assert form.text.endswith("附件：名单\n虚构证券")
    assert len(form.annex) == 2


def test_entities_and_comments() -> None:
    assert table("<tr><td>时间</td><td>A&amp;B<!-- 注 -->&lt;C&gt;</td></tr>") == {"时间": ("A&B<C>",)}


def test_a_paragraph_that_a_page_break_cut_is_joined_in_text() -> None:
    long = "公司主营虚构产品，订单充足。" * 4
    found = rows(read(markdown({"主要内容": (long + "生产", "经营正常。", "第二段。"), "日期": ("甲",)}), is_label))
    assert found["主要内容"] == (long + "生产经营正常。", "第二段。")


def test_latin_words_over_a_cut_keep_their_blank() -> None:
    long = "公司主营虚构产品，订单充足。" * 4
    found = rows(read(markdown({"主要内容": (long + "Fiction", "Capital"), "日期": ("甲",)}), is_label))
    assert found["主要内容"] == (long + "Fiction Capital",)


def test_a_fragment_inside_text() -> None:
    found = rows(read("时间\t甲\n主要内容\t问：乙？<br>答：丙。\n日期\t丁", is_label))
    assert found == {"时间": ("甲",), "主要内容": ("问：乙？", "答：丙。"), "日期": ("丁",)}


@pytest.mark.parametrize(
    "text",
    [
        "标题\n| 时间 | 甲 |\n|---|---|\n| 主要内容 | 问：乙？<br>答：丙。 |\n| 日期 | 丁 |",
        "标题\n时间 | 甲\n主要内容 | 问：乙？\n答：丙。\n日期 | 丁",
        "标题\n|时间|甲|\n| :--- | :--- |\n|主要内容|问：乙？<br/>答：丙。|\n|日期|丁|",
    ],
    ids=["table", "bars", "close"],
)  # fmt: skip
def test_bars_part_labels_from_values(text: str) -> None:
    form = read(text, is_label)
    assert rows(form) == {"时间": ("甲",), "主要内容": ("问：乙？", "答：丙。"), "日期": ("丁",)}
    assert [line.text for line in form.header] == ["标题"]


def test_a_label_without_a_value() -> None:
    assert rows(read("时间\t甲\n附件清单\t\n日期\t丁", is_label)) == {"时间": ("甲",), "附件清单": (), "日期": ("丁",)}


def test_text_without_a_form_is_header() -> None:
    assert [line.text for line in read("<p>某某</p>网页", is_label).header] == ["某某", "网页"]
    assert read("", is_label) == Form(header=(), rows=(), annex=())


def test_what_a_page_does_not_show_is_left_out() -> None:
    text = (
        '<p style="display: none">甲</p><table><tr><td>时间</td><td>乙<i style="DISPLAY:none">丙</i></td></tr></table>'
    )
    form = read(text, is_label)
    assert (rows(form), form.header) == ({"时间": ("乙",)}, ())


def test_line_ends_of_a_page_s_source_mean_nothing() -> None:
    cell = "<p>董事\n   会秘书 Li\n Na</p>"
    form = read(f"<html><body><table><tr><td>\n接待\n人员\n</td><td>{cell}</td></tr></table></body></html>", is_label)
    assert rows(form) == {"接待人员": ("董事会秘书 Li Na",)}


@pytest.mark.parametrize(
    "text",
    [
        "<dl><dt>时间</dt><dd>甲</dd><dt>地点</dt><dd>乙</dd><dt>日期</dt><dd>丙</dd></dl>",
        "<div><b>时间：</b>甲</div><div><b>地点：</b>乙</div><div><b>日期：</b>丙</div>",
        "## 时间\n\n甲\n\n## 地点\n\n乙\n\n## 日期\n\n丙\n",
        "**时间：** 甲\n\n**地点：** 乙\n\n**日期：** 丙\n",
    ],
    ids=["terms", "divisions", "headings", "strong"],
)
def test_labels_without_a_table(text: str) -> None:
    assert rows(read(text, is_label)) == {"时间": ("甲",), "地点": ("乙",), "日期": ("丙",)}
