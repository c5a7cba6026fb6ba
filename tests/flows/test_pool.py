"""Reader processes: results in order, and a file that stops its reader is a failure of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.reading import Reading
from extractors.records import ActivityRecord, ParseFailure
from flows import pool
from tests.factory import crash
from tests.factory.text_record import text_record


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = []
    for number in range(6):
        path = tmp_path / f"{number}.html"
        path.write_bytes(text_record(f"30000{number}", "甲"))
        made.append(path)
    return made


def codes(readings: list[Reading]) -> list[str | None]:
    return [record.security_code for one in readings for record in one.records if isinstance(record, ActivityRecord)]


def errors(reading: Reading) -> list[str]:
    return [record.detail for record in reading.records if isinstance(record, ParseFailure)]


def test_results_come_in_the_order_of_the_files(files: list[Path]) -> None:
    assert codes(list(pool.read_all(files, 2))) == [f"30000{number}" for number in range(6)]


def test_no_files_start_no_process() -> None:
    assert list(pool.read_all([], 2)) == []


def test_reading_here_gives_the_same(files: list[Path]) -> None:
    assert [pool.read_here(path) for path in files] == list(pool.read_all(files, 1))


@pytest.mark.parametrize(
    ("name", "reason"),
    [("crash", "ended with code 3"), ("hang", "no result after 2 s"), ("large", "MiB of memory")],
)
def test_a_file_that_stops_its_reader_fails_alone(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, reason: str
) -> None:
    bad = tmp_path / name
    bad.write_bytes(b"%PDF-")
    monkeypatch.setattr(pool, "_SECONDS", 2.0)
    monkeypatch.setattr(pool, "_read", crash.read)
    readings = list(pool.read_all([files[0], bad, files[1]], 1))
    assert codes(readings) == ["300000", "300001"]
    assert [error for error in errors(readings[1]) if reason in error]
