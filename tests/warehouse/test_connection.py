"""Connections: one writer at a time, readers of what is published, all or nothing."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from warehouse.connection import lock, reader, transaction, writer
from warehouse.errors import NotEnoughMemory, NothingPublished, WarehouseLocked

HOLDING = """
import sys, time
from pathlib import Path
from warehouse.connection import lock
with lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@contextmanager
def held(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A child process that holds the lock."""
    with subprocess.Popen([sys.executable, "-c", HOLDING, str(path)], stdout=subprocess.PIPE) as child:  # noqa: S603
        assert child.stdout
        assert child.stdout.readline() == b"held\n"
        try:
            yield child
        finally:
            child.kill()


def test_a_second_writer_is_refused_at_once_with_who_holds_it_since_when(tmp_path: Path) -> None:
    path = tmp_path / "new" / "lock"
    with held(path) as child:
        begun = datetime.now(UTC)
        with pytest.raises(WarehouseLocked) as refused, lock(path):
            pass
        assert datetime.now(UTC) - begun < timedelta(seconds=5)
    who, _, since = refused.value.holder.partition(" since ")
    assert who == f"process {child.pid} on {socket.gethostname()}"
    assert abs(datetime.fromisoformat(since) - begun) < timedelta(seconds=30)


def test_a_killed_holder_leaves_no_lock(tmp_path: Path) -> None:
    with held(tmp_path / "lock") as child:
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        with lock(tmp_path / "lock"), pytest.raises(WarehouseLocked) as refused, lock(tmp_path / "lock"):
            pass
    assert f"process {os.getpid()} " in refused.value.holder


def test_a_lock_is_free_after_its_block_also_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError), lock(tmp_path / "lock"):
        raise KeyError
    with lock(tmp_path / "lock"):
        assert "since" in (tmp_path / "lock").read_text()


@pytest.mark.parametrize("text", ["", "{", '{"pid": 1}', "[]", "5", "\x00\x00", "\xff"])
def test_a_holder_whose_name_is_not_written_yet_is_another_process(tmp_path: Path, text: str) -> None:
    with lock(tmp_path / "lock"):
        (tmp_path / "lock").write_text(text, "latin-1")
        with pytest.raises(WarehouseLocked) as refused, lock(tmp_path / "lock"):
            pass
    assert refused.value.holder == "another process"


def test_what_a_writer_writes_a_reader_reads(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file.duckdb"
    with writer(path) as connection:
        connection.execute("create table t as select timestamptz '2026-03-03 20:00:00+08' as seen")
        assert connection.execute("select seen::varchar from t").fetchall() == [("2026-03-03 12:00:00+00",)]
    with reader(path) as connection:
        assert connection.execute("select seen::varchar from t").fetchall() == [("2026-03-03 20:00:00+08",)]


def test_a_writer_takes_half_of_the_memory_at_most(tmp_path: Path) -> None:
    asked = "select current_setting('memory_limit')"
    with duckdb.connect() as stranger, writer(tmp_path / "building.duckdb") as connection:
        given, usual = (float(one.execute(asked).fetchall()[0][0].split()[0]) for one in (connection, stranger))
    assert given / usual == pytest.approx(0.625, abs=0.01)


def test_too_little_memory_is_an_error_of_ours(tmp_path: Path) -> None:
    asked = "select list(range order by hash(range)) from range(10_000_000)"
    with pytest.raises(NotEnoughMemory, match=r"building\.duckdb.*more memory"):  # noqa: SIM117 - the writer raises
        with writer(tmp_path / "building.duckdb") as given:
            given.execute(f"set memory_limit = '2 MiB'; set max_temp_directory_size = '0 KiB'; {asked}")


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    with writer(tmp_path / "file.duckdb"):
        pass
    with reader(tmp_path / "file.duckdb") as connection, pytest.raises(duckdb.InvalidInputException):
        connection.execute("create table t (a int)")


def test_connections_are_closed_after_an_error(tmp_path: Path) -> None:
    path = tmp_path / "file.duckdb"
    for opened in (writer, reader):
        with pytest.raises(KeyError), opened(path) as connection:
            raise KeyError
        with pytest.raises(duckdb.ConnectionException):
            connection.execute("select 1")


def test_nothing_is_published_before_the_first_time(tmp_path: Path) -> None:
    path = tmp_path / "none.duckdb"
    with pytest.raises(NothingPublished) as refused, reader(path):
        pass
    assert (refused.value.path, path.exists()) == (path, False)


@pytest.mark.parametrize(("statement", "error"), [("select 1/'a'", duckdb.Error), ("select 1", KeyboardInterrupt)])
def test_a_transaction_is_all_or_nothing(tmp_path: Path, statement: str, error: type[BaseException]) -> None:
    with writer(tmp_path / "file.duckdb") as connection:
        connection.execute("create table t (a int)")
        with transaction(connection):
            connection.execute("insert into t values (1)")

        def failing() -> None:
            with transaction(connection):
                connection.execute("insert into t values (2)")
                connection.execute("create table u (a int)")
                connection.execute(statement).fetchall()
                raise error

        with pytest.raises(error):
            failing()
        assert connection.execute("from t").fetchall() == [(1,)]
        assert connection.execute("select table_name from duckdb_tables()").fetchall() == [("t",)]
