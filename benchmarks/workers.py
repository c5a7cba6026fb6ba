"""Reader processes: the slowest files, two processes against one, and their memory over thousands of documents."""

from __future__ import annotations

import multiprocessing
import resource
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from benchmarks.clock import Figure, taken
from extractors import reading
from flows import pool

DOCUMENTS = 5_000  # read by one process, as long as its pool lets it live and longer
_PERCENT = 100
_ENOUGH = 600  # documents over which processes are compared
_ROUNDS = 3


def p95(contents: Sequence[bytes]) -> float:
    """Milliseconds of the processor that 95 of 100 files stay under, the least of three readings of each."""
    each = [min(taken(partial(reading.read, one)).cpu for _ in range(3)) for one in contents]
    return 1000 * quantiles(each, n=_PERCENT)[94]


def speedup(read: Callable[[Sequence[Path], int], None], paths: Sequence[Path]) -> float:
    """How many times faster two processes read the files than one, on the wall, their start included."""
    one, two = (taken(partial(read, paths, jobs)) for jobs in (1, 2))
    return one.wall / two.wall


def speedups(paths: Sequence[Path]) -> tuple[float, float]:
    """Of the pool, and of processes that know nothing of each other: the median of rounds, each with both."""
    rounds = [(speedup(pooled, paths), speedup(alone, paths)) for _ in range(_ROUNDS)]
    return median(given for given, _ in rounds), median(possible for _, possible in rounds)


def pooled(paths: Sequence[Path], jobs: int) -> None:
    """Read the files in so many processes of the pool."""
    for _ in pool.read_all(paths, jobs):
        pass


def alone(paths: Sequence[Path], jobs: int) -> None:
    """Read a share of the files in each of so many processes that know nothing of each other: what the machine gives.

    Raises ValueError where one of them ends with an error.
    """
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_read, args=[paths[number::jobs]]) for number in range(jobs)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        if process.exitcode:
            message = f"a reading process ended with {process.exitcode}"
            raise ValueError(message)


def memory(contents: Sequence[bytes], documents: int) -> tuple[float, float]:
    """Megabytes of this process at most after a tenth of so many readings, and after all of them."""
    marks = []
    for number in range(documents):
        reading.read(contents[number % len(contents)])
        if number + 1 in {documents // 10, documents}:
            marks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return marks[0], marks[-1]


def figures(every: Sequence[Path], paths: Sequence[Path], documents: int = DOCUMENTS) -> list[Figure]:
    """The slowest of every file, for 40 tell of two only; all else over the fewer."""
    contents = [path.read_bytes() for path in paths]
    early, late = memory(contents, documents)
    many = [*paths] * -(-min(documents, _ENOUGH) // len(paths))  # the start of a process is a second
    given, possible = speedups(many)
    return [
        Figure(f"p95 of {len(every)} files", p95([path.read_bytes() for path in every]), "ms CPU", 150),
        Figure("two processes against one, on the wall", given, "times", 1.8, most=False),
        Figure("the same without a pool: what the machine gives", possible, "times"),
        Figure(f"memory of a reader after {documents} documents", late, "MB", 300),
        Figure("of it, after the first tenth", late - early, "MB more", 30),
    ]


def _read(paths: Sequence[Path]) -> None:
    for path in paths:
        reading.read(path.read_bytes(), is_ocr=False)
