"""Places on pages from lines: one region a page, around the lines that stand there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.readers.form import Line
from extractors.records import Region


def regions(record_id: str, kind: str, ordinal: int, lines: Sequence[Line]) -> Iterator[Region]:
    """The regions of a row read from the lines; none where the format knows no pages."""
    for part, page in enumerate(sorted({line.page for line in lines if line.page}), 1):
        boxes = [line.box for line in lines if line.page == page and line.box]
        yield Region(
            record_id=record_id,
            kind=kind,
            ordinal=ordinal,
            part=part,
            page=page,
            x0=round(min(box.x0 for box in boxes), 1) if boxes else None,
            top=round(min(box.top for box in boxes), 1) if boxes else None,
            x1=round(max(box.x1 for box in boxes), 1) if boxes else None,
            bottom=round(max(box.bottom for box in boxes), 1) if boxes else None,
        )
