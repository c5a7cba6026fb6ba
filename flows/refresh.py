"""The flow `company-register`: what listings are held against, and a sample of files fetched again."""

from __future__ import annotations

from prefect import flow

from flows import line, settings
from flows.run import Summary
from flows.tasks import TASKS


@flow(name="company-register", flow_run_name="company register", persist_result=False)
def refresh() -> Summary:
    """List codes, names and companies anew, and a fortnight of a vendor's surveys; fetch a sample of files again."""
    return line.refresh(TASKS, settings.load())
