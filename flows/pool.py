"""Reader processes: files are read outside this process, each within its time and memory.

The workers are started afresh (spawn) and import neither prefect nor duckdb; a file that hangs or crashes one, or
over which a reader stumbles, is that file's failure alone. Only so many files are under way that no process waits:
what was handed on is not held.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import resource
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import TimeoutError as OutOfTime
from pathlib import Path
from typing import TypeAlias

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from extractors import reading
from extractors.errors import ReaderFailed, ReadError, ReaderStopped

_SECONDS = 50.0  # for one file: with its process's end a minute at most
_BYTES = 2 * 1024**3  # of address space for one worker
_FILES = 500  # after which a worker is renewed
_AHEAD = 4  # files under way for each worker
_Future: TypeAlias = "ProcessFuture[reading.Reading]"
_ALONE = 1.0  # seconds between a worker's looks for its parent


def read_all(paths: Sequence[Path], jobs: int) -> Iterator[reading.Reading]:
    """What each file gave, in order; a reader that stopped or stumbled is a failure of its file."""
    if not paths:
        return
    context = multiprocessing.get_context("spawn")
    given = [os.getpid(), _BYTES]
    with ProcessPool(max_workers=jobs, max_tasks=_FILES, context=context, initializer=_limit, initargs=given) as pool:
        waiting: deque[tuple[Path, _Future]] = deque()
        for path in paths:
            waiting.append((path, pool.schedule(_read, args=[path], timeout=_SECONDS)))
            if len(waiting) > _AHEAD * jobs:
                yield _result(*waiting.popleft())
        while waiting:
            yield _result(*waiting.popleft())


def read_here(path: Path) -> reading.Reading:
    """What one file gave, read in this process."""
    return _read(path)


def _read(path: Path) -> reading.Reading:
    return reading.read(path.read_bytes())


def _limit(parent: int, size: int) -> None:
    """Bound this worker's memory, let it say nothing, leave no core files, and end when its parent ends."""
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


def _result(path: Path, future: _Future) -> reading.Reading:
    """What a file gave; the error of its reader as a failure."""
    error = future.exception()
    if error is None:
        return future.result()
    content = path.read_bytes()
    document = reading.document(content)
    return reading.Reading(document, (reading.failure(document.document_id, _typed(error)),))


def _typed(error: BaseException) -> ReadError:
    if isinstance(error, OutOfTime):
        return ReaderStopped(reason=f"no result after {_SECONDS:.0f} s")
    if isinstance(error, ProcessExpired):
        return ReaderStopped(reason=f"its process ended with code {error.exitcode}")
    if isinstance(error, MemoryError):
        return ReaderStopped(reason=f"more than {_BYTES // 1024**2} MiB of memory")
    return ReaderFailed(detail=f"{type(error).__name__}: {error}"[:200])
