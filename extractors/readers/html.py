"""HTML, and text with HTML fragments (Markdown), to a Form.

Tables give rows; in plain text a tab or a bar parts a label from its value, and lines without one go
on with the row above. A checkbox of HTML is a tick.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString

from extractors.readers import assembly, htmltable
from extractors.readers.form import EMPTY, TICKED, Block, Form, Line, TableRow

_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_HEADING, _STRONG = re.compile(r"^#{1,6}[ \t]+", re.MULTILINE), re.compile(r"\*\*(\S[^*\n]*)\*\*")  # of Markdown
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SOURCE_BREAK = re.compile(r"[ \t\r]*\n\s*")
_BREAK_OF_HAN = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\r]*\n\s*(?=[\u3000-\u9fff\uff00-\uffef])")
_PARTED = re.compile(r"\t|[ \t]*\|[ \t]*")
_BARS = re.compile(r"^\s*\|[ \t]*|[ \t]*\|\s*$")  # around the cells of a Markdown table
_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
_ENDS = re.compile(r"[。！？；：:!?;”）)]\s*$")


def read(text: str, is_label: Callable[[str], bool]) -> Form:
    """The Form of a page or of a text with HTML fragments."""
    is_page = _PAGE.search(text) is not None
    text = _DECLARED.sub("", text) if is_page else _STRONG.sub(r"\1", _HEADING.sub("", text))
    soup = BeautifulSoup(text, "html.parser")
    for box in soup.find_all("input", type="checkbox"):
        box.replace_with(TICKED if box.has_attr("checked") else EMPTY)
    for gone in (*soup(["script", "style"]), *soup.find_all(style=_UNSEEN)):
        gone.decompose()
    if is_page:
        _unwrapped(soup)
    if soup.find("table"):
        return assembly.form_of(tuple(htmltable.blocks(soup)), is_label)
    htmltable.part(soup)
    return assembly.form_of(tuple(_of_text(soup.get_text(), is_label)), is_label)


def _unwrapped(soup: BeautifulSoup) -> None:
    """Take out the line ends of a page's source: a page shows them as blanks, and none between two Han characters."""
    for node in soup.find_all(string=re.compile("\n")):
        if type(node) is NavigableString and not node.find_parent("pre"):
            text = _SOURCE_BREAK.sub(" ", _BREAK_OF_HAN.sub("", node))
            node.replace_with(text)


def _line(text: str) -> Line:
    return Line(text=text.strip(), is_paragraph=True)


def _of_text(text: str, is_label: Callable[[str], bool]) -> Iterator[Block]:
    """Rows and lines of a text: `label<TAB>value` opens a row, other lines go on with it.

    A page break leaves a paragraph cut in two: a line that ends without a closing mark is joined to the
    next one where that is neither a row nor a paragraph that opens by itself.
    """
    in_table = False
    lines = [_BARS.sub("", line) for line in text.split("\n") if line.strip() and not _RULE.fullmatch(line)]
    for line in _rejoined(lines, is_label):
        row = _labelled(line, is_label)
        if row:
            in_table = True
            yield TableRow(first=(_line(row[0]),), rest=(((_line(row[1]),),),) if row[1].strip() else ())
        elif in_table:
            yield TableRow(first=(), rest=(((_line(line),),),))
        else:
            yield _line(line)


def _labelled(line: str, is_label: Callable[[str], bool]) -> tuple[str, str] | None:
    """A line's label and value, where a tab or bar parts them."""
    label, *value = _PARTED.split(line, maxsplit=1)
    return (label, value[0]) if value and is_label(label) else None


def _rejoined(lines: list[str], is_label: Callable[[str], bool]) -> list[str]:
    done: list[str] = []
    for line in lines:
        open_end = bool(done) and not _ENDS.search(done[-1]) and _is_prose(done[-1], is_label)
        if open_end and not _opens(line, is_label):
            blank = " " if done[-1][-1:].isascii() and line.strip()[:1].isascii() else ""
            done[-1] += blank + line.strip()
        else:
            done.append(line)
    return done


def _opens(line: str, is_label: Callable[[str], bool]) -> bool:
    """Whether a line opens a row, or a value behind a label and a colon."""
    return _labelled(line, is_label) is not None or is_label(re.split("[：:]", line, maxsplit=1)[0])


def _is_prose(line: str, is_label: Callable[[str], bool]) -> bool:
    """Whether a line is long enough to be a paragraph, and no row's short value."""
    row = _labelled(line, is_label)
    text = row[1] if row else line
    return (len(text.strip()) > 40 and "。" in text) or len(text.strip()) > 60  # noqa: PLR2004
