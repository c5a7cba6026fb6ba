"""The flow `ingest`: list, fetch, load, read, check and publish what is new, or a bundle's entries."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from prefect import flow

from flows import line, settings
from flows.ending import ended
from flows.parameters import Source, named
from flows.run import Summary
from flows.tasks import TASKS


@flow(name="ingest", flow_run_name="daily", persist_result=False)
def ingest(
    source: Source = "all", since: date | None = None, until: date | None = None, replay: str | None = None
) -> Summary:
    """每日增量：列表、下载、解析、检查、发布。 List what is new, fetch the files, read them, check and publish.

    With `replay` a bundle's entries are imported and nothing is asked of the network. The run ends as `flows.ending`
    says; raises NothingProved, ChecksFailed, WarehouseLocked and the other errors of the line.

    Args:
        source: 来源，默认全部。 One source, such as cninfo, or all.
        since: 首日（含），默认自最后核对日前一周起。 First day to list; by default a week before the last proved day.
        until: 末日（含），默认明天。 Last day to list; by default tomorrow, whose date late filings carry.
        replay: 归档包目录，填写后不访问网络。 Folder of an archive bundle to import instead of asking the network.

    """
    own = settings.load()
    if replay:
        return ended(own, lambda: line.replay(TASKS, own, Path(replay)))
    return ended(own, lambda: line.ingest(TASKS, own, named(source), since, until))
