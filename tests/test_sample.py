"""The sample bundle: whole, listed without a gap, and read as its makers wrote it."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from extractors import reading
from extractors.fields.text import fold
from extractors.labelled import labelled
from extractors.records import Announcement, ListingDay, ParseFailure, Question, Region, Sighting
from flows import replay
from warehouse.archive import Archive

SAMPLE = Path(__file__).parent.parent / "sample"
MOST_BYTES = 6 * 1024 * 1024
NOT_LOADED = {"remarks"}  # keys of the labelling guide that a parsed record does not have


def truths() -> dict[str, dict[str, object]]:
    """What each file says, by the start of its hash."""
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((SAMPLE / "truth").glob("*.json"))
    }


RECORDS = [name for name, truth in truths().items() if truth.get("is_record", True)]
OTHERS = [name for name, truth in truths().items() if not truth.get("is_record", True)]


def content(name: str) -> bytes:
    """The bytes of a file, by the start of its hash."""
    return next((SAMPLE / "objects" / name[:2]).glob(f"{name}*")).read_bytes()


def unspaced(value: object) -> object:
    """The value without blanks between characters, which a line's end swallows; line breaks stay."""
    if isinstance(value, str):
        return re.sub(r"[ \u3000]", "", value)
    if isinstance(value, list):
        return [unspaced(part) for part in value]
    if isinstance(value, dict):
        return {name: unspaced(part) for name, part in value.items()}
    return value


@cache
def parsed(name: str) -> dict[str, object]:
    """A file as the reader sees it, with the keys of the labelling guide."""
    found = labelled(reading.parse(content(name)))
    pairs = found["qa"]
    assert isinstance(pairs, list)
    return {**found, "qa": [{"question": pair["question"], "answer": pair["answer"]} for pair in pairs]}


@pytest.mark.parametrize(("name", "key"), [(name, key) for name in RECORDS for key in truths()[name]])
def test_record_says(name: str, key: str) -> None:
    """A record is read as written."""
    if key in NOT_LOADED:
        assert key not in parsed(name)
        return
    assert unspaced(parsed(name)[key]) == unspaced(truths()[name][key])


@pytest.mark.parametrize("name", OTHERS)
def test_other_files_are_refused_with_a_reason(name: str) -> None:
    """What is no record gives one failure that says why."""
    (failure,) = reading.read(content(name)).records
    assert isinstance(failure, ParseFailure)
    assert failure.detail


def test_bundle_is_whole_and_small() -> None:
    """Nothing is damaged, and the bundle is small enough to be kept with the code."""
    assert Archive(SAMPLE).verify() == ()
    assert sum(path.stat().st_size for path in SAMPLE.rglob("*") if path.is_file()) < MOST_BYTES


def test_bundle_holds_enough() -> None:
    """At least 44 records with 160 questions, of three exchanges and two formats, and files that are none."""
    questions = sum(len(truths()[name]["qa"]) for name in RECORDS)  # type: ignore[arg-type]
    formats = Counter(reading.media_type(content(name)) for name in RECORDS)
    assert len(RECORDS) >= 44
    assert questions >= 160
    assert formats["pdf"] >= 36
    assert formats["docx"] >= 8
    assert 4 <= len(OTHERS) <= 6


def test_no_two_records_say_the_same() -> None:
    """Each answer stands in one record only."""
    answers = Counter(pair["answer"] for name in RECORDS for pair in truths()[name]["qa"])  # type: ignore[attr-defined]
    assert [answer for answer, count in answers.items() if count > 1] == []


def test_every_listing_day_is_proved() -> None:
    """Both runs replay to days that are proved, in each first list and in cninfo's tab: counted, of the feed walked."""
    archive = Archive(SAMPLE)
    records = list(replay.listing_records(archive, [entry for _, entry in archive.entries()]))
    days = [record for record in records if isinstance(record, ListingDay)]
    of_runs = Counter((day.source, day.partition, day.grade) for day in days)
    assert of_runs == dict.fromkeys(
        [
            ("cninfo", "szse", "counted"), ("cninfo", "sse", "counted"), ("cninfo", "bj", "counted"),
            ("cninfo_fulltext", "bj", "counted"), ("sse", "feed", "walked"),
        ],
        2 * 9,
    )  # fmt: skip
    pages = {name: [one.page for _, one in archive.entries() if one.partition == name] for name in ("szse", "feed")}
    assert pages == {"szse": [1, 2, 1, 1], "feed": [1, 2, 3, 1] * 2}
    unique = {record.announcement_id: record for record in records if isinstance(record, Announcement)}
    assert Counter(record.exchange for record in unique.values()) == {"SZSE": 35, "SSE": 9, "BSE": 7}


def test_every_listed_file_was_fetched() -> None:
    """Each address of the listing has its answer, once."""
    archive = Archive(SAMPLE)
    entries = [entry for _, entry in archive.entries()]
    listed = {record.address for record in replay.listing_records(archive, entries) if isinstance(record, Sighting)}
    assert sorted(filter(None, listed)) == sorted(entry.address for entry in entries if entry.kind == "file")


def within(document: pypdfium2.PdfDocument, region: Region) -> str:
    """The Han characters that the file itself has in a place, which lies on its page."""
    page = document[region.page - 1]
    width, height = page.get_size()
    left, _, _, top = page.get_bbox()
    assert region.x0 is not None
    assert region.top is not None
    assert region.x1 is not None
    assert region.bottom is not None
    assert 0 <= region.x0 < region.x1 <= width
    assert 0 <= region.top < region.bottom <= height
    text = page.get_textpage().get_text_bounded(
        left + region.x0 - 1, top - region.bottom - 1, left + region.x1 + 1, top - region.top + 1
    )
    return han(text)


def han(text: str) -> str:
    """Its Han characters."""
    return "".join(re.findall("[㐀-鿿]", fold(text)))


@pytest.mark.parametrize("name", [name for name in RECORDS if content(name).startswith(b"%PDF")])
def test_every_question_stands_where_its_regions_say(name: str) -> None:
    records = reading.parse(content(name))
    regions = [one for one in records if isinstance(one, Region) and one.kind == "question"]
    with pypdfium2.PdfDocument(content(name)) as document:
        for question in (one for one in records if isinstance(one, Question)):
            own = [one for one in regions if one.ordinal == question.ordinal]
            text = "".join(within(document, one) for one in own)
            parts = [
                part for whole in (han(question.question), han(question.answer)) for part in (whole[:5], whole[-5:])
            ]
            assert [part for part in parts if part not in text] == []
            pages = [one.page for one in own]
            assert pages == list(range(pages[0], pages[-1] + 1))
