"""Reader processes: results in order, and a file that stops its reader is a failure of its own."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from extractors import reading
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


def errors(one: Reading) -> list[str]:
    return [record.detail for record in one.records if isinstance(record, ParseFailure)]


def test_results_come_in_the_order_of_the_files(files: list[Path]) -> None:
    assert codes(list(pool.read_all(files, 2))) == [f"30000{number}" for number in range(6)]


def test_no_files_start_no_process() -> None:
    assert list(pool.read_all([], 2)) == []


def readers() -> set[int]:
    """Ids of the processes that this one has started and that live."""
    return {one.pid for one in multiprocessing.active_children() if one.pid}


def test_kept_workers_read_one_call_after_the_other_and_end_with_the_block(files: list[Path]) -> None:
    before = readers()
    with pool.kept():
        assert readers() == before, "none is started before it is needed"
        assert codes(list(pool.read_all(files[:3], 1))) == ["300000", "300001", "300002"]
        first = readers() - before
        assert len(first) == 1
        assert codes(list(pool.read_all(files[3:], 1))) == ["300003", "300004", "300005"]
        assert readers() - before == first
    assert readers() == before


def test_workers_of_one_call_end_with_it(files: list[Path]) -> None:
    before = readers()
    list(pool.read_all(files, 2))
    assert readers() == before


def test_kept_workers_end_at_once_where_the_block_fails(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hanging = tmp_path / "hang"
    hanging.write_bytes(b"%PDF-")
    monkeypatch.setattr(pool, "_read", crash.read)
    monkeypatch.setattr(reading, "curable", lambda: ())  # else a first result waits for those behind it
    before, found = readers(), pool.read_all([files[0], hanging], 1)

    def fails() -> None:
        with pool.kept():
            assert codes([next(found)]) == ["300000"]
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert readers() == before, "it hangs for 40 s else"


def test_a_kept_worker_that_a_file_stopped_is_replaced(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "crash"
    bad.write_bytes(b"%PDF-")
    monkeypatch.setattr(pool, "_read", crash.read)
    with pool.kept():
        assert "ended with code 3" in errors(next(iter(pool.read_all([bad], 1))))[0]
        assert codes(list(pool.read_all(files[:2], 1))) == ["300000", "300001"]


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
