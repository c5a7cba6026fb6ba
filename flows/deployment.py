"""The deployments: which flows run when, with what, for `jiyao serve`; `prefect.yaml` says the same for workers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from prefect import Flow

from flows.backfill import backfill, deep_reread
from flows.company import one_company
from flows.ingest import ingest
from flows.publish import publish
from flows.rebuild import rebuild
from flows.refresh import refresh

ZONE = "Asia/Shanghai"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """One flow with its schedule."""

    name: str
    flow: Flow[Any, Any]  # whatever it takes
    entrypoint: str  # file and function, for prefect.yaml
    description: str
    tags: tuple[str, ...]
    crons: tuple[str, ...] = ()  # in Asia/Shanghai
    parameters: Mapping[str, object] = field(default_factory=dict)


DEPLOYMENTS = (
    Deployment(
        name="daily",
        flow=ingest,
        entrypoint="flows/ingest.py:ingest",
        description="每日增量 What is new since the last proved day: listed, fetched, read, checked, published.",
        tags=("jiyao", "scheduled"),
        crons=("30 20 * * *", "30 7 * * *"),
    ),
    Deployment(
        name="deep-reread",
        flow=deep_reread,
        entrypoint="flows/backfill.py:deep_reread",
        description="每月重列 The last 90 days again: what came late, changed or was withdrawn.",
        tags=("jiyao", "scheduled"),
        crons=("0 2 1 * *",),
    ),
    Deployment(
        name="company-register",
        flow=refresh,
        entrypoint="flows/refresh.py:refresh",
        description="每周名录 Codes, names and companies anew, a vendor's surveys, a sample of files again.",
        tags=("jiyao", "scheduled"),
        crons=("0 4 * * 6",),
    ),
    Deployment(
        name="backfill",
        flow=backfill,
        entrypoint="flows/backfill.py:backfill",
        description="历史回补 Past days that are not proved, newest first, month by month.",
        tags=("jiyao", "by-hand"),
    ),
    Deployment(
        name="rebuild",
        flow=rebuild,
        entrypoint="flows/rebuild.py:rebuild",
        description="重建 The warehouse anew from the archive, with no network.",
        tags=("jiyao", "by-hand"),
    ),
    Deployment(
        name="one-company",
        flow=one_company,
        entrypoint="flows/company.py:one_company",
        description="单家公司 One company's announcements by its code: listed, fetched, read, checked, published.",
        tags=("jiyao", "by-hand"),
    ),
    Deployment(
        name="publish",
        flow=publish,
        entrypoint="flows/publish.py:publish",
        description="重新发布或退回 The writer's file checked and published again, or the file before it brought back.",
        tags=("jiyao", "by-hand"),
    ),
)
