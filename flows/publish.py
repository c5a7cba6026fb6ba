"""The flow `publish`: check the writer's file and publish it again, or go back to the file published before."""

from __future__ import annotations

from prefect import flow

from flows import line, settings
from flows.ending import ended
from flows.run import Summary
from flows.tasks import TASKS


@flow(name="publish", flow_run_name="publish", persist_result=False)
def publish(*, rollback: bool = False) -> Summary:
    """重新检查并发布，或退回上一版。 Check the writer's file and publish it again; or bring back the one before.

    Args:
        rollback: 退回上一次发布的文件。 Bring back the file that was published before; twice is as it was.

    """
    own = settings.load()
    return ended(own, lambda: line.publish(TASKS, own, rollback=rollback))
