"""What the report tells, asked of the published file over one connection: figures, and the newest records whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from warehouse import ask
from warehouse.ask import Answer, Named

FIGURES = ("total", "week", "visited", "institution", "topic", "calendar", "open", "name")
MOST_CHARACTERS = 12_000_000  # of the records' texts in one page: about 5 MB when packed

Table = dict[str, list[Any]]
Texts = dict[str, dict[str, list[Any]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Figures by name and the newest records, as columns and rows; and the texts of records by their ids.

    A record's texts are `participants` (institution, people), `hosts` (name, title), `questions` (question, answer,
    page, topics) and `notes` (narrative, what is said of participants where nobody is named).
    """

    figures: Mapping[str, Table]
    records: Table
    texts: Texts


def contents(published: Path, records: int, most: int = MOST_CHARACTERS) -> Contents:
    """The figures, and so many of the newest records, whose texts have at most so many characters in all.

    Raises NothingPublished, DamagedWarehouse.
    """
    with ask.asking(published) as named:
        figures = {name: _table(named(f"report_{name}")) for name in FIGURES}
        figures["failure"] = _table(named("failures"))
        newest = _table(named("report_record", limit=records))
        ids = [row[0] for row in newest["rows"]]
        texts = _texts(named, ids)
    return Contents(figures=figures, records=newest, texts=dict(_within(most, texts, ids)))


def _texts(named: Named, ids: Sequence[str]) -> Texts:
    found: Texts = {key: {"participants": [], "hosts": [], "questions": [], "notes": []} for key in ids}
    for kind in ("participant", "host", "question", "narrative"):
        into = "notes" if kind == "narrative" else f"{kind}s"
        for record_id, *values in _table(named(f"report_{kind}", ids=list(ids)))["rows"]:
            found[record_id][into].append(values)
    return found


def _within(most: int, texts: Texts, ids: Iterable[str]) -> Iterator[tuple[str, dict[str, list[Any]]]]:
    """The texts of the first records that together stay within the bound."""
    for key in ids:
        most -= sum(len(str(row)) for rows in texts[key].values() for row in rows)
        if most < 0:
            return
        yield key, texts[key]


def _table(answer: Answer) -> Table:
    rows = [[value.isoformat() if isinstance(value, date) else value for value in row] for row in answer.rows]
    return {"columns": list(answer.columns), "rows": rows}
