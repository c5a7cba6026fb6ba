r"""Fields of Word that show a sign of their own: checkboxes of old forms, and characters set into one another.

A checkbox (FORMCHECKBOX) keeps its state in the field's first mark; `EQ \o\ac(□,√)` prints a tick into a box and
`EQ \o\ac(○,1)` a digit into a ring. Neither has any text that is shown.
"""

from __future__ import annotations

import re

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from extractors.readers.form import EMPTY, TICKED
from extractors.readers.numeral import shown

_OFF = {"0", "false", "off"}
_OVER = re.compile(r"\s*eq\s*\\o\s*(?:\\a[clr])?\s*\((?P<outer>[^,，]*)[,，](?P<inner>[^)]*)\)\s*", re.IGNORECASE)
_BOXES, _RINGS = "□■☐◻", "○〇◯◎"
_TICKS = "√✓✔×✗✘xX"


def write_out(document: Document) -> None:
    """Write the sign that each such field shows into the document, as a run behind the field's text."""
    for paragraph in document.element.body.iter(qn("w:p")):
        codes: list[str] = []
        for run in list(paragraph.iter(qn("w:r"))):
            for node in list(run):
                if node.tag == qn("w:fldChar"):
                    codes = _at_mark(node, codes)
                elif node.tag == qn("w:instrText") and codes:
                    codes[-1] += node.text or ""


def sign(code: str) -> str:
    r"""The sign that a field's code shows; empty where it shows none of its own.

    >>> sign(r"eq \o\ac(□,√)"), sign(r"EQ \o\ac(○,12)"), sign("PAGE")
    ('☑', '⑫', '')
    """
    found = _OVER.fullmatch(code)
    if found is None:
        return ""
    outer, inner = found["outer"].strip(), found["inner"].strip()
    if outer and outer in _BOXES:
        return TICKED if inner and inner in _TICKS else EMPTY + inner
    if outer and outer in _RINGS and inner.isdecimal():
        return shown(int(inner), "decimalEnclosedCircle")
    return outer + inner


def _at_mark(mark: etree._Element, codes: list[str]) -> list[str]:
    """The codes of the fields that are open behind a mark; a sign is written where a field's code ends."""
    kind = mark.get(qn("w:fldCharType"))
    if kind == "begin":
        box = mark.find(f"{qn('w:ffData')}/{qn('w:checkBox')}")
        if box is not None:
            _write(mark, TICKED if _is_checked(box) else EMPTY)
        return [*codes, ""]
    if not codes:
        return codes
    if kind == "separate":  # what follows is what the field shows
        return [*codes[:-1], ""]
    _write(mark, sign(codes[-1]))
    return codes[:-1]


def _is_checked(box: etree._Element) -> bool:
    state = box.find(qn("w:checked"))
    if state is None:
        state = box.find(qn("w:default"))
    return state is not None and state.get(qn("w:val")) not in _OFF


def _write(mark: etree._Element, text: str) -> None:
    if text:
        run = parse_xml(f"<w:r {nsdecls('w')}><w:t/></w:r>")
        run.find(qn("w:t")).text = text
        mark.getparent().addnext(run)
