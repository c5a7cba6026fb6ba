"""The flow `ingest`: list, fetch, load, read, check and publish what is new, or a bundle's entries."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from prefect import flow

from flows import line, settings
from flows.run import Summary
from flows.tasks import TASKS


@flow(name="ingest", flow_run_name="ingest", persist_result=False)
def ingest(
    source: str = "", since: date | None = None, until: date | None = None, replay: str | None = None
) -> Summary:
    """List what is new, fetch the files, read them, check and publish.

    With `replay` a bundle's entries are imported and nothing is asked of the network.

    Args:
        source: 来源. One source, such as cninfo; empty for all.
        since: 首日. First day to list; by default a week before the last proved day.
        until: 末日. Last day to list; by default tomorrow, whose date late filings carry.
        replay: 包. Folder of an archive bundle to import instead of asking the network.

    """
    if replay:
        return line.replay(TASKS, settings.load(), Path(replay))
    return line.ingest(TASKS, settings.load(), source, since, until)
