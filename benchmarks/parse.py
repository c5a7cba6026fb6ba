"""Speed of reading: our parse beside pdfplumber's stock extraction and PDFium's bare text, on the same files.

`make bench` measures them side by side in one process and one run: each file is read by each in turn, several times,
and the median of the processor time counts. Imports and first calls are over before the clock runs. The table goes to
the terminal, the figures to build/bench.json.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median

import pdfplumber
import pypdfium2

from extractors import reading

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT.parent / "shared/corpus/records"
MOST = 40  # files of a sample
WANTED = 5.0  # times faster than the stock extraction

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
    "pdfplumber extract_tables + extract_text": stock,
    "PDFium bare text": bare,
}


def sample(real: Path = REAL) -> tuple[Path, ...]:
    """Real records at even steps where they are at hand, else the PDFs of the bundled sample."""
    files = sorted(real.glob("*.pdf"))
    if not files:
        objects = sorted((ROOT / "sample/objects").glob("*/*"))
        files = [path for path in objects if reading.media_type(path.read_bytes()) == "pdf"]
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


def report(seconds: Mapping[str, float], files: int, pages: int) -> dict[str, object]:
    """The figures as they are kept."""
    ours = seconds["jiyao parse"]
    return {
        "files": files,
        "pages": pages,
        "python": ".".join(map(str, sys.version_info[:3])),
        "libraries": {name: version(name) for name in ("pdfplumber", "pdfminer-six", "pypdfium2")},
        "seconds": dict(seconds),
        "milliseconds_a_file": {name: 1000 * taken / files for name, taken in seconds.items()},
        "milliseconds_a_page": {name: 1000 * taken / pages for name, taken in seconds.items()},
        "times_of_ours": {name: taken / ours for name, taken in seconds.items()},
    }


def table(seconds: Mapping[str, float], files: int, pages: int) -> str:
    """The figures as people read them."""
    ours = seconds["jiyao parse"]
    lines = [f"{files} files, {pages} pages; processor time, medians", f"{'':42} {'s':>8} {'ms/page':>8} {'× ours':>8}"]
    lines += [
        f"{name:42} {taken:8.2f} {1000 * taken / pages:8.2f} {taken / ours:8.2f}" for name, taken in seconds.items()
    ]
    return "\n".join(lines) + "\n"


def page_count(content: bytes) -> int:
    """How many pages a PDF has."""
    document = pypdfium2.PdfDocument(content)
    try:
        return len(document)
    finally:
        document.close()


def main() -> int:
    """Measure, print and keep; 1 where ours is not as much faster as wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--out", type=Path, default=ROOT / "build/bench.json")
    options = parser.parse_args()
    contents = [path.read_bytes() for path in sample()]
    seconds = measured(READERS, contents, options.rounds)
    pages = sum(map(page_count, contents))
    sys.stdout.write(table(seconds, len(contents), pages))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(report(seconds, len(contents), pages), indent=2) + "\n", "utf-8")
    return int(seconds["pdfplumber extract_tables + extract_text"] < WANTED * seconds["jiyao parse"])


if __name__ == "__main__":
    sys.exit(main())
