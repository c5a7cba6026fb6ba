"""The flow `rebuild`: the warehouse anew from the archive alone, with no network."""

from __future__ import annotations

from prefect import flow

from flows import line, settings
from flows.ending import ended
from flows.run import Summary
from flows.tasks import TASKS


@flow(name="rebuild", flow_run_name="rebuild", persist_result=False)
def rebuild() -> Summary:
    """由归档重建，不访问网络。 Read the whole archive into a new file, which takes the published place once checked."""
    own = settings.load()
    return ended(own, lambda: line.rebuild(TASKS, own))
