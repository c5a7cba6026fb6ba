"""Signs that Word's fields show and do not write."""

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from extractors.readers.wordfield import sign, write_out

MARK = '<w:r {}><w:fldChar w:fldCharType="{}">{}</w:fldChar></w:r>'


@pytest.mark.parametrize(
    ("code", "shows"),
    [
        (r" eq \o\ac(□,√)", "☑"), (r"EQ \o\ac(□, )", "□"), (r"eq \o(□,×)", "☑"), (r" EQ \o\ac(○,3) ", "③"),
        (r"eq \o\ac(○,问)", "○问"), ("PAGE", ""), (r"HYPERLINK x", ""),
    ],
)  # fmt: skip
def test_signs_of_codes(code: str, shows: str) -> None:
    assert sign(code) == shows


def written(*runs: str) -> str:
    """The text of a paragraph of such runs, with signs written."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    for run in runs:
        paragraph._p.append(parse_xml(run))
    write_out(document)
    return str(paragraph.text)


def run(inner: str) -> str:
    return f"<w:r {nsdecls('w')}>{inner}</w:r>"


def mark(kind: str, inner: str = "") -> str:
    return MARK.format(nsdecls("w"), kind, inner)


@pytest.mark.parametrize(
    ("state", "shows"),
    [
        ("", "□"), ("<w:checked/>", "☑"), ('<w:checked w:val="0"/>', "□"), ('<w:default w:val="1"/>', "☑"),
        ('<w:default w:val="1"/><w:checked w:val="0"/>', "□"),
    ],
)  # fmt: skip
def test_a_checkbox_of_an_old_form(state: str, shows: str) -> None:
    code = run("<w:instrText> FORMCHECKBOX </w:instrText>")
    box = mark("begin", f"<w:ffData><w:checkBox>{state}</w:checkBox></w:ffData>")
    assert written(box, code, mark("end"), run("<w:t>路演活动</w:t>")) == f"{shows}路演活动"


def test_a_code_in_pieces() -> None:
    pieces = [run(f"<w:instrText>{piece}</w:instrText>") for piece in (r"eq \o\ac(", "□", ",√)")]
    assert written(mark("begin"), *pieces, mark("end"), run("<w:t>其他</w:t>")) == "☑其他"


def test_what_a_field_shows_of_itself_stays() -> None:
    code = run("<w:instrText>PAGE</w:instrText>")
    assert written(mark("begin"), code, mark("separate"), run("<w:t>3</w:t>"), mark("end")) == "3"
