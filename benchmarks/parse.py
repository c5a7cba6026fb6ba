"""Speed of reading: our parse beside pdfplumber's stock extraction and PDFium's bare text, on the same files.

They are measured side by side in one process and one run: each file is read by each in turn, and the processor time
counts. Imports and first calls are over before the clock runs.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median

import pdfplumber
import pypdfium2

from benchmarks.clock import Figure
from extractors import reading

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT.parent / "shared/corpus/records"
MOST = 40  # files of a sample
WANTED = 8.0  # times faster than the stock extraction
FLOOR = 4.0  # times slower than the bare text, at most
_ROUNDS = 3  # of which the median counts
_STOCK, _BARE = "pdfplumber extract_tables + extract_text", "PDFium bare text"

Read = Callable[[bytes], object]


def jiyao(content: bytes) -> object:
    """Bytes to records."""
    return reading.parse(content)


def stock(content: bytes) -> object:
    """Tables and text of each page, as pdfplumber gives them without settings; their meaning is not asked."""
    with pdfplumber.open(io.BytesIO(content)) as document:
        return [(page.extract_tables(), page.extract_text()) for page in document.pages]


def bare(content: bytes) -> object:
    """The text of each page as PDFium gives it: no places, tables or meaning."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


READERS: Mapping[str, Read] = {
    "jiyao parse": jiyao,
    _STOCK: stock,
    _BARE: bare,
}


def every(real: Path = REAL) -> tuple[Path, ...]:
    """All real records where they are at hand, else the PDFs of the bundled sample."""
    files = sorted(real.glob("*.pdf"))
    if not files:
        objects = sorted((ROOT / "sample/objects").glob("*/*"))
        files = [path for path in objects if reading.media_type(path.read_bytes()) == "pdf"]
    return tuple(files)


def sample(real: Path = REAL) -> tuple[Path, ...]:
    """Of these files some at even steps."""
    files = every(real)
    count = min(MOST, len(files))
    return tuple(files[i * len(files) // count] for i in range(count))


def measured(
    readers: Mapping[str, Read],
    contents: Sequence[bytes],
    rounds: int,
    clock: Callable[[], float] = time.process_time,
) -> dict[str, float]:
    """Seconds of each reader for all files: the sum over files of the median over rounds, after one call each."""
    taken: dict[str, list[list[float]]] = {name: [[] for _ in contents] for name in readers}
    for read in readers.values():
        read(contents[0])
    for _ in range(rounds):
        for i, content in enumerate(contents):
            for name, read in readers.items():
                start = clock()
                read(content)
                taken[name][i].append(clock() - start)
    return {name: sum(map(median, files)) for name, files in taken.items()}


def page_count(content: bytes) -> int:
    """How many pages a PDF has."""
    document = pypdfium2.PdfDocument(content)
    try:
        return len(document)
    finally:
        document.close()


def figures() -> list[Figure]:
    """The three readings of the sample beside each other, and how ours stands to the others."""
    contents = [path.read_bytes() for path in sample()]
    seconds = measured(READERS, contents, _ROUNDS)
    pages, ours = sum(map(page_count, contents)), seconds["jiyao parse"]
    return [
        *(Figure(f"{name}, a page", 1000 * taken / pages, "ms CPU") for name, taken in seconds.items()),
        Figure("jiyao parse, a file", 1000 * ours / len(contents), "ms CPU"),
        Figure("stock extraction against ours", seconds[_STOCK] / ours, "times", WANTED, most=False),
        Figure("ours against PDFium's bare text", ours / seconds[_BARE], "times", FLOOR),
    ]
