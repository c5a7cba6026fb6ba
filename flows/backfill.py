"""The flow `backfill`: list a span of past days, month by month, then fetch, read, check and publish."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from prefect import flow
from pydantic import Field

from flows import settings, steps
from flows.ingest import SourceName, sources
from flows.run import Summary, finish, list_windows, load_and_read
from warehouse.connection import lock


@flow(name="backfill", flow_run_name="backfill {since}~{until}", persist_result=False)
def backfill(
    since: Annotated[date, Field(description="首日 first day")],
    until: Annotated[date, Field(description="末日 last day")],
    source: SourceName = "",
) -> Summary:
    """List the days from first to last again, fetch what is missing, read, check and publish."""
    found = settings.load()
    summary = Summary(run_id=steps.new_run_id(), kind="backfill")
    with lock(found.lock):
        for name in sources(source):
            list_windows(summary, name, min(since, until), max(since, until))
        load_and_read(found, summary, fetch=True)
        return finish(found, summary)
