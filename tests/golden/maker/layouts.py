"""Cases of layouts: borders that are not drawn, pairs side by side, sections before labels, pages in one file."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from sample.maker.marks import Mark, Text
from tests.golden.maker.case import PLACE, TIME, Case, header, record
from tests.golden.maker.templates import YUNHE, Template

_PAIRED = (TIME, PLACE)
_SECTION = 5  # rows of the first section


def cases() -> Iterator[Case]:
    """The cases of this group."""
    centred = record("borders_that_are_not_drawn_around_labels_in_the_middle", YUNHE, change=_bare)
    yield replace(centred, expected={"error": "RowsUnclear"})
    yield record("pairs_side_by_side", YUNHE, kind="html", raw=partial(_page, YUNHE, "pairs"))
    yield record("section_in_front_of_labels", YUNHE, kind="html", raw=partial(_page, YUNHE, "section"))
    yield record("values_below_their_labels", YUNHE, kind="html", raw=partial(_page, YUNHE, "below"))
    yield record("web_page_in_one_file", YUNHE, kind="mht", raw=_in_one_file)


def _bare(pages: list[list[Mark]]) -> list[list[Mark]]:
    """The pages with their text alone."""
    return [[mark for mark in page if isinstance(mark, Text)] for page in pages]


def _page(template: Template, layout: str) -> bytes:
    rows = {label: _paragraphs([str(text) for text in value or ()]) for label, value in template.rows.items()}
    made = {"pairs": _pairs, "section": _section, "below": _below}[layout](rows)
    head = _paragraphs([para.text for para in header(template)])
    return f"<html><body>\n{head}<table>\n{made}</table>\n</body></html>\n".encode()


def _pairs(rows: dict[str, str]) -> str:
    """Two of the rows as one."""
    both = "".join(f"<td>{label}</td><td>{rows[label]}</td>" for label in _PAIRED)
    single = {label: f'<td>{label}</td><td colspan="3">{value}</td>' for label, value in rows.items()}
    cells = [both if label == TIME else cell for label, cell in single.items() if label != PLACE]
    return "".join(f"<tr>{cell}</tr>\n" for cell in cells)


def _section(rows: dict[str, str]) -> str:
    """A cell over the first rows, in front of their labels."""
    done = ""
    for number, (label, value) in enumerate(rows.items()):
        section = f'<td rowspan="{_SECTION}">基本情况</td>' if number == 0 else ""
        span = "" if number < _SECTION else ' colspan="2"'
        done += f"<tr>{section}<td{span}>{label}</td><td>{value}</td></tr>\n"
    return done


def _below(rows: dict[str, str]) -> str:
    """Each value in a row below its label."""
    return "".join(f"<tr><td>{label}</td></tr>\n<tr><td>{value}</td></tr>\n" for label, value in rows.items())


def _in_one_file() -> bytes:
    """The page as Word saves it with its pictures."""
    page = base64.encodebytes(_page(YUNHE, "pairs").decode().encode("gb18030"))
    return (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="part"\r\n\r\n--part\r\n'
        b'Content-Transfer-Encoding: base64\r\nContent-Type: text/html; charset="gb2312"\r\n\r\n'
        + page.replace(b"\n", b"\r\n") + b"\r\n--part--\r\n"
    )  # fmt: skip


def _paragraphs(texts: Sequence[str]) -> str:
    return "".join(f"<p>{html.escape(text)}</p>\n" for text in texts)
