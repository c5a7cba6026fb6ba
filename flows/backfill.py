"""The flow `backfill`: list a span of past days, month by month, then fetch, read, check and publish."""

from __future__ import annotations

from datetime import date

from prefect import flow

from flows import line, settings
from flows.run import Summary
from flows.tasks import TASKS


@flow(name="backfill", flow_run_name="backfill {since}~{until}", persist_result=False)
def backfill(since: date, until: date, source: str = "") -> Summary:
    """List the days from first to last again, fetch what is missing, read, check and publish.

    Args:
        since: 首日. First day to list.
        until: 末日. Last day to list.
        source: 来源. One source, such as cninfo; empty for all.

    """
    return line.backfill(TASKS, settings.load(), source, since, until)
