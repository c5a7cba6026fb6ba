"""Lineage pictures: the places from which a record's rows were read, cut out of the archived file."""

from __future__ import annotations

from pathlib import Path

from extractors.readers.form import Box
from extractors.readers.pdf.picture import pictures
from flows.settings import Settings
from warehouse import ask
from warehouse.archive import Archive

_MARKS = {"question": "q", "participant": "participant", "host": "host"}


def cut(settings: Settings, record: tuple[str, str], kind: str, ordinal: int | None, out: Path) -> tuple[Path, ...]:
    """Write a PNG for each place of a record's rows of a kind, or of one row; the paths written.

    The record is its id and its document's; none is written where the file's format knows no places.
    Raises MissingObject where the archive has not the file, Damaged where it cannot be drawn.
    """
    record_id, document_id = record
    found = ask.named(settings.published, "record_regions", record_id=record_id, kind=kind, ordinal=ordinal)
    if not found.rows:
        return ()
    places = [Box(page=page, x0=x0, top=top, x1=x1, bottom=bottom) for _, page, x0, top, x1, bottom in found.rows]  # type: ignore[arg-type]  # the table's own types
    content = Archive(settings.archive).read(document_id)
    out.mkdir(parents=True, exist_ok=True)
    done: list[Path] = []
    for row, place, picture in zip(found.rows, places, pictures(content, places), strict=True):
        done.append(out / f"{record_id}-{_MARKS[kind]}{row[0]}-p{place.page}.png")
        done[-1].write_bytes(picture)
    return tuple(done)
