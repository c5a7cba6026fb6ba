"""The flows `backfill` and `deep-reread`: past days, newest first, then fetch, read, check and publish."""

from __future__ import annotations

from datetime import date, timedelta

from prefect import flow

from flows import line, settings
from flows.ending import ended
from flows.parameters import Days, Limit, Source, named
from flows.run import Summary
from flows.tasks import TASKS


@flow(name="backfill", flow_run_name="backfill since {since}", persist_result=False)
def backfill(
    since: date, until: date | None = None, source: Source = "all", *, again: bool = False, limit: Limit | None = None
) -> Summary:
    """历史回补，按月发布，可中断。 List the days that are not proved, newest first, and publish month by month.

    Args:
        since: 首日（含）。 First day to list.
        until: 末日（含），默认明天。 Last day to list; by default tomorrow.
        source: 来源，默认全部。 One source, such as cninfo, or all.
        again: 已核对的日子是否重列。 Whether days that are proved are listed again.
        limit: 上限：最多列多少个来源日（由新到旧）。 At most so many listings of a source's day, the newest.

    """
    own, last = settings.load(), until or line.tomorrow(TASKS)
    wanted = line.Backfill(since=since, until=last, source=named(source), again=again, limit=limit)
    return ended(own, lambda: line.backfill(TASKS, own, wanted))


@flow(name="deep-reread", flow_run_name="deep re-read of {days} days", persist_result=False)
def deep_reread(days: Days = 90, source: Source = "all") -> Summary:
    """每月重列：迟报、更正、撤回。 List the last days again: what came late, changed or was withdrawn.

    Args:
        days: 天数，自明天起往回数。 How many days back from tomorrow.
        source: 来源，默认全部。 One source, such as cninfo, or all.

    """
    own, last = settings.load(), line.tomorrow(TASKS)
    wanted = line.Backfill(since=last - timedelta(days=days), until=last, source=named(source), again=True)
    return ended(own, lambda: line.backfill(TASKS, own, wanted))
