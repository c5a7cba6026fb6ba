"""Tables of HTML to rows."""

import pytest
from bs4 import BeautifulSoup

from extractors.readers.form import Line
from extractors.readers.htmltable import blocks


def shown(html: str) -> list[str]:
    """Lines, and rows with their cells between bars; a row's further rows behind slashes."""
    done = []
    for block in blocks(BeautifulSoup(html, "html.parser")):
        if isinstance(block, Line):
            done.append(block.text)
            continue
        rest = "/".join("|".join("".join(line.text for line in cell) for cell in cells) for cells in block.rest)
        done.append("".join(line.text for line in block.first) + "|" + rest)
    return done


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tr><th>时间</th><td>甲</td></tr>", ["时间|甲"]),
        ("<tr><td rowspan=2>类别</td><td>甲</td></tr><tr><td>乙</td></tr><tr><td>时间</td><td>丙</td></tr>",
         ["类别|甲", "|乙", "时间|丙"]),
        ("<tr><td rowspan=2>基本</td><td>时间</td><td>甲</td></tr><tr><td>地点</td><td>乙</td></tr>",
         ["基本|时间|甲", "|地点|乙"]),
        ("<tr><td>类别</td><td colspan=3>甲</td></tr><tr><td>时间</td><td>乙</td><td>地点</td><td>丙</td></tr>",
         ["类别|甲", "时间|乙|地点|丙"]),
        ("<tr><td rowspan=x colspan='0'>时间</td><td>甲</td></tr>", ["时间|甲"]),
    ],
)  # fmt: skip
def test_cells_that_reach_over_others(rows: str, expected: list[str]) -> None:
    assert shown(f"<table>{rows}</table>") == expected


def test_tables_inside_cells_and_lines_around_them() -> None:
    inner = "<table><tr><td>机构</td><td>姓名</td></tr><tr><td>甲</td><td>乙</td></tr></table>"
    assert shown(f"<p>上</p><table><tr><td>参与</td><td>导语{inner}</td></tr></table><p>下</p>") == [
        "上", "参与|导语/机构|姓名/甲|乙", "下",
    ]  # fmt: skip


def test_a_table_that_only_lays_out_the_page() -> None:
    assert shown("<table><tr><td>标题<table><tr><td>时间</td><td>甲</td></tr></table></td></tr></table>") == [
        "标题|", "时间|甲",
    ]  # fmt: skip


def test_marks_inside_a_line_do_not_part_it() -> None:
    assert shown("<p>证券代码：<b>300999</b></p>") == ["证券代码：300999"]
