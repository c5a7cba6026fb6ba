"""The flow `retry`: what did not succeed, again."""

from __future__ import annotations

from prefect import flow

from flows import again, settings
from flows.ending import ended
from flows.run import Summary
from flows.tasks import TASKS


@flow(name="retry", flow_run_name="retry what failed", persist_result=False)
def retry(reason: str = "") -> Summary:
    """List open days again, fetch files that are missing or damaged, read what a reader refused, check and publish.

    Args:
        reason: 原因. Only failures of this reason, such as Damaged, or kind: document, file or day; empty for all.

    """
    own = settings.load()
    return ended(own, lambda: again.retry(TASKS, own, reason))
