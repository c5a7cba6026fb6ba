"""Where lines stand: on pages, one region a page around them, and in the record's text, as spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from extractors.fields.text import fold
from extractors.readers.form import Box, Line
from extractors.records import Region


def regions(record_id: str, kind: str, ordinal: int, lines: Sequence[Line]) -> Iterator[Region]:
    """The regions of a row read from the lines; none where the format knows no pages."""
    pages: dict[int, list[Box]] = {}
    for line in lines:
        if line.page:
            boxes = pages.setdefault(line.page, [])
            if line.box:
                boxes.append(line.box)
    for part, (page, boxes) in enumerate(sorted(pages.items()), 1):
        x0, top, x1, bottom = _around(boxes) if boxes else (None,) * 4
        yield Region(
            record_id=record_id,
            kind=kind,
            ordinal=ordinal,
            part=part,
            page=page,
            x0=x0,
            top=top,
            x1=x1,
            bottom=bottom,
        )


def _around(boxes: Sequence[Box]) -> tuple[float, float, float, float]:
    """The edges of the region around boxes."""
    if len(boxes) == 1:
        (one,) = boxes
        return round(one.x0, 1), round(one.top, 1), round(one.x1, 1), round(one.bottom, 1)
    return (
        round(min([box.x0 for box in boxes]), 1),
        round(min([box.top for box in boxes]), 1),
        round(max([box.x1 for box in boxes]), 1),
        round(max([box.bottom for box in boxes]), 1),
    )


def spans(text: str, groups: Iterable[Sequence[Line]]) -> Iterator[tuple[int, int] | tuple[None, None]]:
    """For each group of lines, in order, from where to where it stands in the text; None where it is not found."""
    at = 0
    for lines in groups:
        start = text.find(lines[0].text, at)
        end = text.find(lines[-1].text, max(start, 0))
        if start < 0 or end < 0:
            yield None, None
            continue
        at = end
        yield start, end + len(lines[-1].text)


def naming(lines: Sequence[Line], names: Iterable[str]) -> Iterator[tuple[Line, ...]]:
    """For each name, in order, the lines that print it, one or more where it wraps; none where no line does."""
    parts = ["".join(fold(line.text).split()) for line in lines]
    text = "".join(parts)
    ends = tuple(accumulate(map(len, parts)))
    at = 0
    for name in names:
        bare = "".join(name.split())
        start = text.find(bare, at)
        start = text.find(bare) if start < 0 else start
        if not bare or start < 0:
            yield ()
            continue
        at = start + len(bare)
        yield tuple(lines[bisect_right(ends, start) : bisect_right(ends, at - 1) + 1])
