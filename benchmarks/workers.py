"""Reader processes: the slowest files, two processes against one, and their memory over thousands of documents."""

from __future__ import annotations

import resource
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import quantiles

from benchmarks.clock import Figure, Taken, taken
from extractors import reading
from flows import pool

DOCUMENTS = 5_000  # read by one process, as long as its pool lets it live and longer
_PERCENT = 100


def p95(contents: Sequence[bytes]) -> float:
    """Milliseconds of the processor that 95 of 100 files stay under, the least of two readings of each."""
    each = [min(taken(partial(reading.read, one)).cpu for _ in range(2)) for one in contents]
    return 1000 * quantiles(each, n=_PERCENT)[94]


def speedup(paths: Sequence[Path]) -> float:
    """How many times faster two processes read the files than one, on the wall."""
    one, two = (taken(partial(_all, paths, jobs)) for jobs in (1, 2))
    return one.wall / two.wall


def memory(contents: Sequence[bytes], documents: int) -> tuple[float, float]:
    """Megabytes of this process at most after a tenth of so many readings, and after all of them."""
    marks = []
    for number in range(documents):
        reading.read(contents[number % len(contents)])
        if number + 1 in {documents // 10, documents}:
            marks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return marks[0], marks[-1]


def figures(paths: Sequence[Path], documents: int = DOCUMENTS) -> list[Figure]:
    """All of them, over these files."""
    contents = [path.read_bytes() for path in paths]
    early, late = memory(contents, documents)
    return [
        Figure("p95 of a file", p95(contents), "ms CPU", 150),
        Figure("two processes against one, on the wall", speedup(paths), "times", 1.8, most=False),
        Figure(f"memory of a reader after {documents} documents", late, "MB", 300),
        Figure("of it, after the first tenth", late - early, "MB more", 30),
    ]


def _all(paths: Sequence[Path], jobs: int) -> Taken | None:
    for _ in pool.read_all(paths, jobs):
        pass
    return None
