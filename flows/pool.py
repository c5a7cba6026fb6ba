"""Reader processes: files are read outside this process, each within its time and memory.

The workers are started afresh (spawn) and import neither prefect nor duckdb; a file that hangs or
crashes one is that file's failure alone.
"""

from __future__ import annotations

import multiprocessing
import resource
from collections.abc import Iterator, Sequence
from concurrent.futures import TimeoutError as OutOfTime
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from extractors import reading
from extractors.errors import ReaderStopped

_SECONDS = 60.0  # for one file
_BYTES = 2 * 1024**3  # of address space for one worker
_FILES = 500  # after which a worker is renewed


def read_all(paths: Sequence[Path], jobs: int) -> Iterator[reading.Reading]:
    """What each file gave, in order; a stopped reader is a failure of its file."""
    if not paths:
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPool(
        max_workers=jobs, max_tasks=_FILES, context=context, initializer=_limit, initargs=[_BYTES]
    ) as pool:
        futures = [pool.schedule(_read, args=[path], timeout=_SECONDS) for path in paths]
        for path, future in zip(paths, futures, strict=True):
            try:
                yield future.result()
            except OutOfTime:
                yield _stopped(path, f"no result after {_SECONDS:.0f} s")
            except ProcessExpired as error:
                yield _stopped(path, f"its process ended with code {error.exitcode}")
            except MemoryError:
                yield _stopped(path, f"more than {_BYTES // 1024**2} MiB of memory")


def read_here(path: Path) -> reading.Reading:
    """What one file gave, read in this process."""
    return _read(path)


def _read(path: Path) -> reading.Reading:
    return reading.read(path.read_bytes())


def _limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _stopped(path: Path, reason: str) -> reading.Reading:
    document = reading.document(path.read_bytes())
    return reading.Reading(document, (reading.failure(document.document_id, ReaderStopped(reason=reason)),))
