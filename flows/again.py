"""Trying again what did not succeed: open days, files that are missing or damaged, documents that a reader refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from extractors.sources import SOURCES
from flows import failures, plan, steps
from flows.run import (
    Steps,
    Summary,
    finish,
    list_spans,
    list_windows,
    load,
    load_and_fetch,
    read_chunks,
    read_unread,
)
from flows.settings import Settings
from warehouse.connection import lock
from warehouse.pending import Wanted

_Rows = Sequence[Mapping[str, Any]]


def retry(do: Steps, settings: Settings, reason: str = "") -> Summary:
    """List open days again, fetch what is missing or damaged, read again what a reader refused, check and publish.

    A reason or kind of failure that is named is tried whatever it is; else what a second try may cure.
    """
    summary = Summary(run_id=steps.new_run_id(do.now()), kind="retry")
    with lock(settings.lock):
        wanted = failures.facts(settings, reason)
        _list_again(do, settings, summary, [row for one in wanted if one.kind == failures.DAY for row in one.rows])
        load_and_fetch(do, settings, summary)
        documents = [one for one in wanted if one.kind == failures.DOCUMENT]
        again = [row for one in documents if one.is_fetched_again or reason == one.reason for row in one.rows]
        _fetch_documents(do, settings, summary, again)
        refused = [str(row["document_id"]) for one in documents if one.is_read_again or reason == one.reason
                   for row in one.rows]  # fmt: skip
        read_chunks(do, settings, summary, settings.building, steps.chunks(refused))
        read_unread(do, settings, summary, settings.building)
        return finish(do, settings, summary, settings.building)


def _list_again(do: Steps, settings: Settings, summary: Summary, rows: _Rows) -> None:
    """List the days of open partitions again, source by source."""
    days: dict[str, set[date]] = {}
    for row in rows:
        days.setdefault(str(row["source"]), set()).update(row["dates"])
    for name, wanted in days.items():
        first, last = min(wanted), max(wanted)
        summary.widen(first, last)
        if name not in SOURCES:
            list_windows(do.list_days, settings, summary, name, (first, last))
            continue
        every = {first + timedelta(days=i) for i in range((last - first).days + 1)}
        for month in plan.months(plan.spans((name,), first, last, {name: every - wanted})):
            list_spans(do, settings, summary, month)


def _fetch_documents(do: Steps, settings: Settings, summary: Summary, rows: _Rows) -> None:
    """Fetch the files of documents again; other bytes are a new document."""
    wanted = [Wanted(row["announcement_id"], row["source"], row["address"]) for row in rows if row["address"]]
    if wanted:
        count, reasons = do.fetch_these(settings, summary.run_id, wanted)
        summary.fetched += count
        summary.open_reasons += reasons
        load(do, settings, summary, settings.building)
