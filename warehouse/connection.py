"""Connections: one writer with its own file, guarded by flock, and readers of the published file."""

from __future__ import annotations

import fcntl
import json
import os
import re
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import duckdb

from warehouse.disk import writing
from warehouse.errors import (
    CannotWrite,
    DamagedWarehouse,
    NotEnoughMemory,
    NothingPublished,
    WarehouseError,
    WarehouseLocked,
)

_LOG = "1GB"  # a checkpoint writes all indexes anew: seldom, else loading slows with the file's size
_BLOCK = 65_536  # bytes, of a new file: each small table and each index takes one; no slower than the usual 262,144
_HALF = 0.5 / 0.8  # of what DuckDB would take: it leaves a fifth of the memory that the process may have
_REFUSED = re.compile(  # how DuckDB tells that the disk refuses, or that another process has the file open
    r"No space left|[Qq]uota|File too large|Read-only file system|Permission denied|Is a directory|Not a directory"
)
_INSTANT = 0.1  # seconds, longer than a look takes
_HELD = re.compile(r"Conflicting lock is held in (.*?)(?:\. |$)")


@contextmanager
def lock(path: Path) -> Iterator[None]:
    """Hold the writer's lock; a killed holder leaves none behind.

    Raises WarehouseLocked at once, with who holds it since when; CannotWrite where there can be no lock.
    Who only looks (`holder`) holds it for an instant: a second try is not in his way.
    """
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+", encoding="utf-8")
    with file:
        if not _taken(file, fcntl.LOCK_EX):
            time.sleep(_INSTANT)
            if not _taken(file, fcntl.LOCK_EX):
                raise WarehouseLocked(holder=_holder(file))
        with writing(path):
            _sign(file)
        yield


def holder(path: Path) -> str | None:
    """Who holds the writer's lock; None where nobody does."""
    if not path.exists():
        return None
    with path.open(encoding="utf-8") as file:
        return None if _taken(file, fcntl.LOCK_SH) else _holder(file)


def _taken(file: TextIO, kind: int) -> bool:
    """Whether the lock could be had; it is held until the file is closed."""
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _sign(file: TextIO) -> None:
    """Write who holds the lock since when."""
    file.seek(0)
    file.truncate()
    since = datetime.now(UTC).isoformat(timespec="seconds")
    json.dump({"pid": os.getpid(), "host": socket.gethostname(), "since": since}, file)
    file.flush()


def _holder(file: TextIO) -> str:
    """Who holds the lock; not known while the holder has not written it."""
    file.seek(0)
    try:
        held = json.loads(file.read())
        return f"process {held['pid']} on {held['host']} since {held['since']}"
    except (ValueError, KeyError, TypeError):
        return "another process"


@contextmanager
def writer(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the writer's file, with half of the memory at most; hold the lock around it.

    More goes to a folder beside the file: 3 GiB were enough for 200,000 records. Raises CannotWrite where the disk
    refuses, NotEnoughMemory, DamagedWarehouse where the file cannot be read.
    """
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with _connected(path, "UTC", read_only=False) as connection:
        connection.execute(f"set checkpoint_threshold = '{_LOG}'")
        connection.execute(f"set memory_limit = '{_half(connection)}'")
        yield connection


def _half(connection: duckdb.DuckDBPyConnection) -> str:
    """Half of the memory that the process may have, as DuckDB tells it."""
    ((said,),) = connection.execute("select current_setting('memory_limit')").fetchall()
    amount, unit = said.split()
    return f"{float(amount) * _HALF:.1f} {unit}"


@contextmanager
def reader(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to the published file, instants shown in Asia/Shanghai.

    Raises NothingPublished where there is no file yet, DamagedWarehouse where it cannot be read.
    """
    if not path.exists():
        raise NothingPublished(path=path)
    with _connected(path, "Asia/Shanghai", read_only=True) as connection:
        yield connection


@contextmanager
def _connected(path: Path, zone: str, *, read_only: bool) -> Iterator[duckdb.DuckDBPyConnection]:
    try:
        with duckdb.connect(
            str(path), read_only=read_only, config={} if read_only else {"default_block_size": _BLOCK}
        ) as connection:
            connection.execute(f"set TimeZone = '{zone}'")
            yield connection
    except duckdb.Error as error:
        typed = _typed(path, error)
        if typed is None:
            raise
        raise typed from error


def _typed(path: Path, error: duckdb.Error) -> WarehouseError | None:
    """What DuckDB's error tells of the file; None where it is a query's own."""
    said = str(error).split("\n", 1)[0]
    held = _HELD.search(said)
    if held:
        return WarehouseLocked(holder=f"{held[1]}, which has {path} open")
    refused = _REFUSED.search(said)
    if refused:
        return CannotWrite(path=path, reason=refused[0])
    if isinstance(error, duckdb.OutOfMemoryException):
        return NotEnoughMemory(path=path, reason=said[:200])
    broken = isinstance(error, duckdb.IOException | duckdb.FatalException | duckdb.SerializationException)
    return DamagedWarehouse(path=path, reason=said[:200]) if broken else None


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All or nothing: commit at the end, roll back on any error."""
    connection.execute("begin transaction")
    try:
        yield
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")
