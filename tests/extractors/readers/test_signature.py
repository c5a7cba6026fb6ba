"""Kinds of files by their first bytes."""

import io
import zipfile

import pytest

from extractors.readers.signature import described, kind_of


def package(*names: str) -> bytes:
    """A package with members of these names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name in names:
            target.writestr(name, "%PDF-1.4")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (package("word/document.xml"), "docx"), (package("a/word/document.xml"), None), (package("a.pdf"), None),
        (b"PK\x03\x04 word/ cut off", "docx"), (b"\xd0\xcf\x11\xe0", "doc"), (rb"{\rtf1", "doc"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "doc"), (b"\n%PDF-1.7", "pdf"),
        (b"<html>", None), (b"", None),
    ],
)  # fmt: skip
def test_kinds(content: bytes, kind: str | None) -> None:
    assert kind_of(content) == kind


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (package("ppt/presentation.xml"), "slides (PPTX)"), (package("xl/workbook.xml"), "a workbook (XLSX)"),
        (package("mimetype", "content.xml"), "an OpenDocument file"), (package("a.pdf"), "a ZIP archive of 1 files (a.pdf)"),
        (b"7z\xbc\xaf\x27\x1c", "a 7z archive"), (b"\xff\xd8\xff\xe0", "a picture (JPEG)"), (b"text", None),
    ],
)  # fmt: skip
def test_what_no_reader_reads_is_named(content: bytes, said: str | None) -> None:
    assert described(content) == said
