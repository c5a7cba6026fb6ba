"""Web pages in one file."""

import base64

import pytest

from extractors.readers.mht import is_mht, page

HEAD = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
PART = b'Content-Transfer-Encoding: base64\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n'


def test_the_page_is_decoded() -> None:
    content = HEAD + PART + base64.encodebytes("<p>甲</p>".encode()) + b"\r\n--b--\r\n"
    assert is_mht(content)
    assert page(content).decode() == "<p>甲</p>"


def test_a_message_without_a_page() -> None:
    assert page(HEAD + b"Content-Type: image/png\r\n\r\nx\r\n--b--\r\n") == b""


@pytest.mark.parametrize(
    ("content", "is_one"),
    [(b"From: <x>\r\nSubject: y\r\nMIME-Version: 1.0\r\n\r\n", True), (b"<html>", False), (b"", False), (b"%PDF-1.4", False)],
)  # fmt: skip
def test_the_head_tells(content: bytes, is_one: bool) -> None:
    assert is_mht(content) == is_one
