"""The flow `backfill`: list days that are not proved, newest first, then fetch, read, check and publish."""

from __future__ import annotations

from datetime import date, timedelta

from prefect import flow

from flows import line, settings
from flows.run import Summary
from flows.tasks import TASKS


@flow(name="backfill", flow_run_name="backfill {since}~{until}", persist_result=False)
def backfill(
    since: date, until: date | None = None, source: str = "", *, again: bool = False, limit: int | None = None
) -> Summary:
    """List the days that are not proved, newest first, fetch what is missing, read, check and publish by month.

    Args:
        since: 首日. First day to list.
        until: 末日. Last day to list; by default tomorrow.
        source: 来源. One source, such as cninfo; empty for all.
        again: 重列. Whether days that are proved are listed again.
        limit: 上限. At most so many listings of a source's day, the newest.

    """
    last = until or line.tomorrow(TASKS)
    wanted = line.Backfill(since=since, until=last, source=source, again=again, limit=limit)
    return line.backfill(TASKS, settings.load(), wanted)


@flow(name="deep-reread", flow_run_name="deep re-read of {days} days", persist_result=False)
def deep_reread(days: int = 90, source: str = "") -> Summary:
    """List the last days again, proved or not: what came late, changed or was withdrawn.

    Args:
        days: 天数. How many days back from tomorrow.
        source: 来源. One source, such as cninfo; empty for all.

    """
    last = line.tomorrow(TASKS)
    wanted = line.Backfill(since=last - timedelta(days=days), until=last, source=source, again=True)
    return line.backfill(TASKS, settings.load(), wanted)
