"""Hostile files, each in a reader process: every one ends within a minute with records or a typed reason."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from extractors import errors
from extractors.readers.pdf import ocr
from extractors.reading import Reading, read
from extractors.records import ActivityRecord, ParseFailure
from flows import pool
from tests.factory import hostile
from tests.factory.figures import Figure

TYPED = {name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, errors.ExtractorError)}
GROUPS: Mapping[str, Mapping[str, Callable[[], bytes]]] = {
    "pdf": hostile.PDFS,
    "docx": hostile.DOCXS,
    "text": hostile.TEXTS,
}
CASES = {f"{group}: {name}": made for group, cases in GROUPS.items() for name, made in cases.items()}
SLOW = {  # they take their time or memory, or are large to make
    "pdf: a giant page", "pdf: a thousand million zeros packed", "pdf: packed nine times", "pdf: saved states without end",
    "pdf: a form that draws itself", "docx: a packed bomb", "docx: a body of blanks", "docx: a body of a million paragraphs",
    "docx: a table of 100,000 rows", "text: tags without end", "text: a form of brackets",
}  # fmt: skip
BLANK = "NothingSeen" if ocr.is_installed() else "NeedsOcr"  # a page of which nothing can be read
REASONS = {
    "pdf: locked": "Encrypted", "pdf: 10,000 pages": "TooManyPages", "pdf: no pages": "Damaged",
    "pdf: a page tree in a ring": "Damaged", "pdf: a page as wide as the world": "NotARecord",
    "pdf: fonts without a map": "NotARecord", "pdf: its mark alone": "Damaged", "pdf: a page of the web": "Damaged",
    "pdf: content in a ring": BLANK, "pdf: a page that is its own content": BLANK,
    "pdf: packed nine times": "ReaderStopped", "pdf: saved states without end": "ReaderStopped",
    "docx: locked": "Encrypted", "docx: an entity of another file": "NotARecord", "docx: entities that grow": "Damaged",
    "docx: a cell over a thousand million columns": "Damaged", "docx: tables in tables": "Damaged",
    "docx: members that climb out": "Damaged", "docx: a packed bomb": "TooLarge",
    "text: nothing": "NotADocument", "text: one byte": "NotADocument", "text: a challenge page": "NotADocument",
}  # fmt: skip
GOOD = hostile.SMALL["html"]


def reasons(reading: Reading) -> list[str]:
    """Why a file gave no record."""
    return [record.error for record in reading.records if isinstance(record, ParseFailure)]


def is_read(reading: Reading) -> bool:
    return any(isinstance(record, ActivityRecord) for record in reading.records)


def read_apart(folder: Path, contents: Sequence[bytes]) -> list[Reading]:
    """Each file's reading, out of reader processes, held to what every file is promised."""
    (good := folder / "good").write_bytes(GOOD)
    paths = []
    for number, content in enumerate(contents):
        paths += [folder / str(number), good]
        paths[-2].write_bytes(content)
    found = list(pool.read_all(paths, 2))
    readings, whole = found[::2], read(GOOD)
    assert [number for number, one in enumerate(found[1::2]) if one != whole] == [], "the next good file is not read"
    for reading, content in zip(readings, contents, strict=True):
        assert reading.document.document_id == hashlib.sha256(content).hexdigest()
        assert is_read(reading) or (len(reasons(reading)) == 1 and set(reasons(reading)) <= TYPED)
    return readings


def test_a_hostile_file_ends_alone_with_its_reason(tmp_path: Path) -> None:
    quick = [name for name in CASES if name not in SLOW]
    found = dict(zip(quick, read_apart(tmp_path, [CASES[name]() for name in quick]), strict=True))
    told = {name: reasons(found[name])[0] for name in quick if name in REASONS}
    assert told == {name: reason for name, reason in REASONS.items() if name in quick}
    assert not any("root:" in str(record) for reading in found.values() for record in reading.records)


def test_what_climbs_out_of_a_package_is_written_nowhere(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "deeper"
    folder.mkdir(parents=True)
    read_apart(folder, [hostile.DOCXS["members that climb out"]()])
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["0", "good"]


def test_a_file_cut_off_at_any_kilobyte_is_read_or_refused(tmp_path: Path, figure: Figure) -> None:
    whole = hostile.record()
    assert is_read(read(whole))
    readings = read_apart(tmp_path, hostile.truncated(whole))
    assert len(readings) >= 30
    assert {reason for reading in readings for reason in reasons(reading)} <= {"Damaged", BLANK, "NotARecord"}
    figure("files cut off at each kilobyte, read or refused by name", len(readings))


def test_spoilt_files_are_read_or_refused(tmp_path: Path, figure: Figure) -> None:
    spoilt_are_read_or_refused(tmp_path, range(200), figure)


@pytest.mark.soak
@pytest.mark.parametrize("start", range(200, 2600, 300))
def test_many_spoilt_files_are_read_or_refused(tmp_path: Path, figure: Figure, start: int) -> None:
    spoilt_are_read_or_refused(tmp_path, range(start, start + 300), figure)


def spoilt_are_read_or_refused(folder: Path, seeds: range, figure: Figure) -> None:
    readings = read_apart(folder, [hostile.spoilt(seed) for seed in seeds])
    untyped = [seed for seed, one in zip(seeds, readings, strict=True) if "ReaderFailed" in reasons(one)]
    assert untyped == []
    figure("files with bits turned, bytes put in, taken out, doubled or zeroed", len(readings))
    figure("of them read", sum(map(is_read, readings)))
    figure("untyped errors", len(untyped))


@pytest.mark.soak
@pytest.mark.parametrize("name", sorted(SLOW))
def test_a_file_that_takes_its_time_or_memory_ends_within_a_minute(tmp_path: Path, figure: Figure, name: str) -> None:
    content = CASES[name]()
    began = time.monotonic()
    (reading,) = read_apart(tmp_path, [content])
    seconds = time.monotonic() - began
    figure("bombs and giants, s until they ended", f"{name.partition(': ')[2]} {seconds:.0f}")
    assert seconds < 60
    if name in REASONS:
        assert reasons(reading) == [REASONS[name]]
