"""The disk: what it refuses is one error of the warehouse's, and nothing half-written stays."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.warehouse.test_entry import ENTRY
from warehouse.archive import Archive
from warehouse.connection import lock, writer
from warehouse.disk import writing
from warehouse.errors import CannotWrite
from warehouse.migrate import migrate
from warehouse.publish import publish

REFUSALS = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EIO, errno.EFBIG)


def refusing(code: int) -> Callable[..., None]:
    def fsync(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    return fsync


@pytest.mark.parametrize("code", REFUSALS, ids=os.strerror)
def test_a_refusal_is_told_with_its_path_and_reason(tmp_path: Path, code: int) -> None:
    with pytest.raises(CannotWrite) as refused, writing(tmp_path):
        raise OSError(code, os.strerror(code))
    assert (refused.value.path, refused.value.reason) == (tmp_path, os.strerror(code))


@pytest.mark.parametrize("code", REFUSALS, ids=os.strerror)
def test_what_the_archive_cannot_keep_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    archive = Archive(tmp_path)
    archive.store(ENTRY, b"1")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refusing(code))
        with pytest.raises(CannotWrite):
            archive.store(ENTRY, b"2")
    assert list(tmp_path.glob("incoming/*")) == []
    archive.store(ENTRY, b"2")
    assert ([entry.byte_count for _, entry in archive.entries()], archive.verify()) == ([1, 1], ())


def test_what_a_killed_run_left_is_put_away(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.store(ENTRY, b"1")
    (tmp_path / "incoming" / "half").write_bytes(b"1")
    with (tmp_path / "index" / "a.jsonl").open("ab") as file:
        file.write(b"{half")
    archive.settle()
    assert (list(tmp_path.glob("incoming/*")), archive.verify()) == ([], ())
    assert (tmp_path / "index" / "a.torn").read_bytes() == b"{half\n"


def test_what_cannot_be_published_leaves_the_published_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    with writer(source) as connection:
        migrate(connection)
    publish(source, target)
    before = target.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refusing(errno.ENOSPC))
        with pytest.raises(CannotWrite, match="nothing was published"):
            publish(source, target)
    assert target.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["source", "target"]


def test_a_lock_where_nothing_can_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(CannotWrite), lock(tmp_path / "home" / "lock"):
        pass


def test_a_file_that_another_process_has_open_is_named_with_its_holder(tmp_path: Path) -> None:
    import duckdb

    from warehouse.connection import _typed
    from warehouse.errors import WarehouseLocked

    said = 'IO Error: Could not set lock on file "x": Conflicting lock is held in /usr/bin/python3 (PID 7). See also'
    error = _typed(tmp_path, duckdb.IOException(said))
    assert isinstance(error, WarehouseLocked)
    assert "PID 7" in str(error)
