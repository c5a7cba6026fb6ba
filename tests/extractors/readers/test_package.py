"""Packages of other kinds of Word documents."""

import io
import zipfile

import docx
import pytest

from extractors.readers.package import plain
from tests.factory import docx as word
from tests.factory.form import VALUES

MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
COMMON = b"http://schemas.openxmlformats.org/"


def remade(**changes: str) -> bytes:
    """The form's package with words of its members exchanged."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word.made(VALUES))) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for before, after in changes.items():
                content = content.replace(WORDS[before], after.encode())
            new.writestr(name, content)
    return made.getvalue()


WORDS = {
    "main": MAIN,
    "space": COMMON + b"wordprocessingml/2006/main",
    "relations": COMMON + b"officeDocument/2006/relationships",
}
STRICT = "http://purl.oclc.org/ooxml/"


@pytest.mark.parametrize(
    "changes",
    [
        {"main": "application/vnd.ms-word.document.macroEnabled.main+xml"},
        {"main": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"},
        {"space": f"{STRICT}wordprocessingml/main", "relations": f"{STRICT}officeDocument/relationships"},
    ],
    ids=["with macros", "template", "strict"],
)
def test_other_kinds_are_opened(changes: dict[str, str]) -> None:
    document = docx.Document(io.BytesIO(plain(remade(**changes))))
    assert [row.cells[0].text for row in document.tables[0].rows] == list(VALUES)


def test_a_plain_document_stays_as_it_is() -> None:
    content = word.made(VALUES)
    assert plain(content) is content
