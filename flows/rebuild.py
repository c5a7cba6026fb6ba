"""The flow `rebuild`: the warehouse anew from the archive alone, with no network."""

from __future__ import annotations

from prefect import flow

from flows import settings, steps
from flows.run import Summary, finish, load_and_read
from warehouse.connection import lock


@flow(name="rebuild", flow_run_name="rebuild", persist_result=False)
def rebuild() -> Summary:
    """Read the whole archive into a new file; when its checks pass it takes the writer's and the published place."""
    found = settings.load()
    summary = Summary(run_id=steps.new_run_id(), kind="rebuild")
    building = found.building.with_suffix(".rebuilding")
    with lock(found.lock):
        building.unlink(missing_ok=True)
        load_and_read(found, summary, fetch=False, building=building)
        finish(found, summary, building)
        building.replace(found.building)
        return summary
