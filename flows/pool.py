"""Reader processes: files are read outside this process, each within its time and memory.

The workers are started afresh (spawn) and import neither prefect nor duckdb; a file that hangs or crashes one, or
over which a reader stumbles, is that file's failure alone. Only so many files are under way that no process waits:
what was handed on is not held. Pages without text are read from their pictures in a second turn, once it is known how
many there are: that takes seconds a page, and a file that hangs keeps nobody so long.

A run keeps its workers from one chunk of documents to the next: each start costs a second of the processor.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import resource
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import TimeoutError as OutOfTime
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeAlias, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from extractors import reading
from extractors.errors import ReaderFailed, ReadError, ReaderStopped
from extractors.records import ActivityRecord

_SECONDS = 40.0  # for one file: with its process's start and end a minute at most, on a busy machine too
_SECONDS_A_PICTURE = 30.0  # more, for each page that is read from its picture: ten times what one takes
_BYTES = 2 * 1024**3  # of address space for one worker
_FILES = 500  # after which a worker is renewed
_AHEAD = 4  # files under way for each worker
_Item = TypeVar("_Item")
_Future: TypeAlias = "ProcessFuture[reading.Reading]"
_GARBAGE = 10_000  # objects between collections: at the usual 700 they take 4 % of the reading
_ALONE = 1.0  # seconds between a worker's looks for its parent


def read_all(paths: Sequence[Path], jobs: int) -> Iterator[reading.Reading]:
    """What each file gave, in order; a reader that stopped or stumbled is a failure of its file."""
    if not paths:
        return
    with _workers(jobs) as pool:
        found = _in_order(paths, partial(_of_text, pool), _AHEAD * jobs)
        if reading.curable():
            yield from _in_order(zip(paths, found, strict=True), partial(_of_pictures, pool), _AHEAD * jobs)
        else:
            yield from found


@contextmanager
def kept() -> Iterator[None]:
    """Keep the workers from one call of `read_all` to the next; they end with the block, at once where it fails."""
    with ExitStack() as until_end:
        _KEPT.append(_Kept(until_end))
        until_end.callback(_KEPT.pop)
        yield


@dataclass(slots=True)
class _Kept:
    """Workers that outlive a call, once one has started them."""

    until_end: ExitStack
    pool: ProcessPool | None = None


_KEPT: list[_Kept] = []  # of the blocks that are open, the innermost last


@contextmanager
def _workers(jobs: int) -> Iterator[ProcessPool]:
    """The workers that are kept, or some for one call."""
    if not _KEPT:
        with _started(jobs) as pool:
            yield pool
        return
    kept_here = _KEPT[-1]
    kept_here.pool = kept_here.pool or kept_here.until_end.enter_context(_started(jobs))
    yield kept_here.pool


@contextmanager
def _started(jobs: int) -> Iterator[ProcessPool]:
    """Workers until the block ends; where it fails, what they are at is left."""
    context = multiprocessing.get_context("spawn")
    given = [os.getpid(), _BYTES]
    with ProcessPool(max_workers=jobs, max_tasks=_FILES, context=context, initializer=_limit, initargs=given) as pool:
        try:
            yield pool
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]  # as pebble has it
            raise


def _in_order(
    items: Iterable[_Item], start: Callable[[_Item], Callable[[], reading.Reading]], most: int
) -> Iterator[reading.Reading]:
    """What each item gives; no more than so many are started before the first of them is waited for."""
    waiting: deque[Callable[[], reading.Reading]] = deque()
    for item in items:
        waiting.append(start(item))
        if len(waiting) > most:
            yield waiting.popleft()()
    while waiting:
        yield waiting.popleft()()


def _of_text(pool: ProcessPool, path: Path) -> Callable[[], reading.Reading]:
    """The first turn of a file, begun."""
    return partial(_result, path, pool.schedule(_read, args=[path], timeout=_SECONDS), _SECONDS)


def _of_pictures(pool: ProcessPool, first: tuple[Path, reading.Reading]) -> Callable[[], reading.Reading]:
    """The second turn of a file with pages without text, begun; the first reading of any other."""
    path, found = first
    if not found.unseen:
        return lambda: found
    seconds = _SECONDS + _SECONDS_A_PICTURE * found.unseen
    again = pool.schedule(_read_pictures, args=[path], timeout=seconds)
    return lambda: _better(found, _result(path, again, seconds))


def _better(first: reading.Reading, second: reading.Reading) -> reading.Reading:
    """The second reading; the first where only that gave a record."""
    is_read = [any(isinstance(row, ActivityRecord) for row in found.records) for found in (first, second)]
    return first if is_read == [True, False] else second


def read_here(path: Path) -> reading.Reading:
    """What one file gave, read in this process."""
    return _read_pictures(path)


def _read(path: Path) -> reading.Reading:
    return _timed(path, is_ocr=False)


def _read_pictures(path: Path) -> reading.Reading:
    return _timed(path, is_ocr=True)


def _timed(path: Path, *, is_ocr: bool) -> reading.Reading:
    began = time.process_time()
    found = reading.read(path.read_bytes(), is_ocr=is_ocr)
    return replace(found, seconds=time.process_time() - began)


def _limit(parent: int, size: int) -> None:
    """Bound this worker: its memory, collections, words and core files; it ends when its parent ends."""
    gc.set_threshold(_GARBAGE)
    logging.disable(logging.CRITICAL)  # what libraries say of bad files
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, sys.stderr.fileno())  # what they print, and the traceback of a process that has no memory left
    os.close(silence)
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    threading.Thread(target=_end_with, args=[parent], daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_ALONE)
    os.kill(os.getpid(), signal.SIGKILL)


def _result(path: Path, future: _Future, seconds: float) -> reading.Reading:
    """What a file gave; the error of its reader as a failure."""
    error = future.exception()
    if error is None:
        return future.result()
    content = path.read_bytes()
    document = reading.document(content)
    spent = seconds if isinstance(error, OutOfTime) else 0.0
    return reading.Reading(document, (reading.failure(document.document_id, _typed(error, seconds)),), seconds=spent)


def _typed(error: BaseException, seconds: float) -> ReadError:
    if isinstance(error, OutOfTime):
        return ReaderStopped(reason=f"no result after {seconds:.0f} s")
    if isinstance(error, ProcessExpired):
        return ReaderStopped(reason=f"its process ended with code {error.exitcode}")
    if isinstance(error, MemoryError):
        return ReaderStopped(reason=f"more than {_BYTES // 1024**2} MiB of memory")
    return ReaderFailed(detail=f"{type(error).__name__}: {error}"[:200])
