"""The speed benchmark: medians by file; how far ahead we are is for `make bench` to say."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from benchmarks import parse


def test_a_sample_is_of_real_records_or_bundled_ones(tmp_path: Path) -> None:
    assert 0 < len(parse.sample()) <= parse.MOST
    assert set(parse.sample()) <= set(parse.every())
    bundled = parse.sample(tmp_path)
    assert 0 < len(bundled) <= parse.MOST
    assert {path.read_bytes()[:5] for path in bundled} == {b"%PDF-"}


def test_the_median_of_the_rounds_counts_and_the_first_call_does_not() -> None:
    called: list[tuple[str, bytes]] = []
    ticks = iter([0.0, 1.0, 0.0, 10.0, 0.0, 2.0, 0.0, 20.0, 0.0, 9.0, 0.0, 30.0])
    readers = {name: lambda content, name=name: called.append((name, content)) for name in ("fast", "slow")}
    assert parse.measured(readers, [b"a"], 3, lambda: next(ticks)) == {"fast": 2.0, "slow": 20.0}
    assert [name for name, _ in called] == ["fast", "slow"] * 4


def test_files_add_up() -> None:
    clock = count()
    assert parse.measured({"one": len}, [b"a", b"b", b"c"], 1, lambda: float(next(clock))) == {"one": 3.0}


@pytest.mark.parametrize("read", parse.READERS.values(), ids=parse.READERS)
def test_all_readers_read_the_same_text(read: parse.Read, tmp_path: Path) -> None:
    assert "投资者关系" in str(read(parse.sample(tmp_path)[0].read_bytes()))
