"""The flow `rebuild`: the warehouse anew from the archive alone, with no network."""

from __future__ import annotations

from prefect import flow

from flows import line, settings
from flows.run import Summary
from flows.tasks import TASKS


@flow(name="rebuild", flow_run_name="rebuild", persist_result=False)
def rebuild() -> Summary:
    """Read the whole archive into a new file; when its checks pass it takes the writer's and the published place."""
    return line.rebuild(TASKS, settings.load())
