"""Two readers agree: records read by PDFium alone and by pdfplumber alone have the same rows.

Compared is every column but a region's place, and spans in the whole text and in answers, which count blanks.
A difference is red unless it is one of the named cases; so is a case in which nothing differs any more.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path

import pytest

from extractors.documents import activity_record
from extractors.fields.label import is_label
from extractors.readers.pdf import reader
from tests.extractors.readers.pdf.test_second import again

SAMPLE = 60  # of all records, at even steps over the companies
LEFT_OUT = {"x0", "top", "x1", "bottom", "text_start", "text_end", "answer_start", "answer_end"}
LAYOUT = {"text"}  # as laid out, with tabs and blanks: compared without them
DOCUMENT = "0" * 64

Difference = tuple[str, str, str, str]  # table and column, what differs, PDFium's value, pdfplumber's

# kind of difference → id → columns
CASES = {
    # A gap of about a sixth of a line's height between Han and Latin characters is a blank or none: PDFium asks the
    # widths of both fonts, the second reading the height alone. The signs are the same.
    "blanks": {
        "32afae9a5a": {"Question.answer"},
        "97e321f450": {"Question.answer"},
        "f8d74aed8f": {"Question.answer"},
        "c5bf154e6d": {"Question.answer"},
        "fd1e2454be": {"ActivityRecord.narrative", "ActivitySession.printed", "Question.answer"},
    },
    # The words around a figure are so many characters, blanks counted: where an answer's blanks differ, another one.
    "signs": {"f8d74aed8f": {"Figure.before"}},
}


def sampled(shared: Path) -> list[str]:
    """Ids of the sample."""
    with (shared / "corpus/index.csv").open(encoding="utf-8") as index:
        ids = [name for _, name in sorted((row["security_code"], row["id"]) for row in csv.DictReader(index))]
    return [ids[i * len(ids) // SAMPLE] for i in range(SAMPLE)]


def unspaced(value: object) -> object:
    """The value without blanks, and without signs that have no width."""
    return "".join(value.replace("\u200b", "").split()) if isinstance(value, str) else value


def differences(first: Sequence[object], second: Sequence[object]) -> Iterator[Difference]:
    """Where two readings of one document differ."""
    if [type(row) for row in first] != [type(row) for row in second]:
        yield "rows", "rows", str(len(first)), str(len(second))
    for one, other in zip(first, second, strict=False):
        for column in fields(one):  # type: ignore[arg-type]
            if column.name in LEFT_OUT or type(one) is not type(other):
                continue
            pair = getattr(one, column.name), getattr(other, column.name)
            plain = tuple(map(unspaced, pair))
            if pair[0] == pair[1] or (column.name in LAYOUT and plain[0] == plain[1]):
                continue
            kind = "blanks" if plain[0] == plain[1] else "signs"
            yield f"{type(one).__name__}.{column.name}", kind, str(pair[0]), str(pair[1])


def both(content: bytes) -> list[Difference]:
    """What differs between the two readings of a file."""
    form = reader.read(content, is_label)
    second = again(content, form.page_count or 0)
    return list(differences(activity_record.parse(form, DOCUMENT), activity_record.parse(second, DOCUMENT)))


@pytest.fixture(scope="module")
def found(shared: Path) -> dict[str, list[Difference]]:
    """What differs in each record of the sample."""
    return {name: both((shared / f"corpus/records/{name}.pdf").read_bytes()) for name in sampled(shared)}


def test_the_sample_is_spread_over_all_companies(shared: Path, found: dict[str, list[Difference]]) -> None:
    with (shared / "corpus/index.csv").open(encoding="utf-8") as index:
        codes = {row["id"]: row["security_code"] for row in csv.DictReader(index)}
    assert (len(found), {codes[name] for name in found}) == (SAMPLE, set(codes.values()))


def test_no_record_differs_but_the_named_cases(found: dict[str, list[Difference]]) -> None:
    named = {(name, kind, column) for kind, ids in CASES.items() for name, columns in ids.items() for column in columns}
    seen = {(name, kind, column) for name, differing in found.items() for column, kind, _, _ in differing}
    assert seen == named, [one for name, differing in found.items() for one in differing if name not in CASES["blanks"]]
