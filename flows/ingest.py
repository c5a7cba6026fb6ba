"""The flow `ingest`: list, fetch, load, read, check and publish what is new, or a bundle's entries."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Annotated

from prefect import flow
from pydantic import Field

from extractors.sources import SOURCES
from flows import settings, steps
from flows.errors import UnknownSource
from flows.run import Summary, finish, list_windows, load_and_read
from warehouse.archive import Archive
from warehouse.connection import lock

_CHINA = timezone(timedelta(hours=8))
_OVERLAP = timedelta(days=7)

SourceName = Annotated[str, Field(description="来源 source, such as cninfo; empty for all")]
Since = Annotated[date | None, Field(description="首日 first day; default: a week before the last proved day")]
Until = Annotated[date | None, Field(description="末日 last day; default: tomorrow, whose date late filings carry")]
Replay = Annotated[
    str | None, Field(description="包 folder of an archive bundle to import instead of asking the network")
]


@flow(name="ingest", flow_run_name="ingest", persist_result=False)
def ingest(source: SourceName = "", since: Since = None, until: Until = None, replay: Replay = None) -> Summary:
    """List what is new, fetch the files, read them, check and publish.

    With `replay` a bundle's entries are imported and nothing is asked of the network.
    """
    found = settings.load()
    summary = Summary(run_id=steps.new_run_id(), kind="replay" if replay else "ingest")
    with lock(found.lock):
        if replay:
            summary.new_entries = Archive(found.archive).import_bundle(Path(replay))
        else:
            for name in sources(source):
                start, end = window(name, since, until)
                list_windows(summary, name, start, end)
        load_and_read(found, summary, fetch=not replay)
        return finish(found, summary)


def sources(name: str) -> tuple[str, ...]:
    """The named source, or all; raises UnknownSource."""
    if name and name not in SOURCES:
        raise UnknownSource(name=name, known=tuple(SOURCES))
    return (name,) if name else tuple(SOURCES)


def window(source: str, since: date | None, until: date | None) -> tuple[date, date]:
    """The days to list: from a week before the last proved day to tomorrow, unless said otherwise."""
    end = until or datetime.now(_CHINA).date() + timedelta(days=1)
    proved = None if since else steps.watermark(settings.load(), source)
    start = since or min(proved or end, end) - _OVERLAP
    return min(start, end), end
