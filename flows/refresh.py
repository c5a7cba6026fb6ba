"""The flow `company-register`: what listings are held against, and a sample of files fetched again."""

from __future__ import annotations

from prefect import flow

from flows import line, settings
from flows.ending import ended
from flows.run import Summary
from flows.tasks import TASKS


@flow(name="company-register", flow_run_name="company register", persist_result=False)
def refresh() -> Summary:
    """每周更新名录并复核文件。 List codes, names and companies anew; fetch a sample of files again.

    Also a fortnight of a vendor's surveys, which listings are held against.
    """
    own = settings.load()
    return ended(own, lambda: line.refresh(TASKS, own))
