"""Nothing is dropped: every Han character of a real file stands in its form, and what no value holds is named."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from extractors import reading
from extractors.fields.text import fold
from extractors.records import ActivityRecord, Leftover

HAN = re.compile(r"[㐀-鿿]")
RECORDS = Path(__file__).resolve().parent.parent.parent / "shared/corpus/records"
PDFS = sorted(RECORDS.glob("*.pdf"))
MOST_UNREAD = 0.005  # of a document

pytestmark = pytest.mark.skipif(not PDFS, reason="the folder of real records, ../shared, is absent")


def han(text: str) -> Counter[str]:
    return Counter(HAN.findall(fold(text)))


def text_layer(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


@cache
def read(path: Path) -> tuple[ActivityRecord, tuple[Leftover, ...]]:
    records = reading.parse(path.read_bytes())
    record = next(one for one in records if isinstance(one, ActivityRecord))
    return record, tuple(one for one in records if isinstance(one, Leftover))


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_the_form_and_the_furniture_are_the_file_s_own_text(path: Path) -> None:
    content = path.read_bytes()
    form = reading.form(content)
    kept = han(form.text) + han("".join(line.text for line in form.furniture))
    assert kept == han(text_layer(content))


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_what_is_left_unread_is_little(path: Path) -> None:
    record, left = read(path)
    unread = sum(han("".join(one.text for one in left if one.kind == "unread")).values())
    share = unread / sum(han(record.text).values())
    assert share <= MOST_UNREAD


def test_over_all_files_hardly_anything_is_left() -> None:
    total, left = 0, Counter[str]()
    for path in PDFS:
        record, found = read(path)
        total += sum(han(record.text).values())
        for one in found:
            left[one.kind] += sum(han(one.text).values())
    assert left["unread"] / total < 0.0003
    assert (sum(left.values()) - left["furniture"]) / total < 0.01
