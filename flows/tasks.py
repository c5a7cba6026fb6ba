"""Prefect tasks: one a chunk of work, over the plain functions of `steps`.

A task takes ids and paths and keeps nothing in Prefect: what is done stands in the archive and the warehouse.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from extractors.fetch import Door
from extractors.listing import Window
from extractors.sources import SOURCES
from flows import keep, progress, settings, steps
from warehouse.archive import Archive


@task(name="list", task_run_name="list {source_name} {start}~{end}", cache_policy=NO_CACHE, persist_result=False)
def list_task(run_id: str, source_name: str, start: date, end: date) -> tuple[int, list[str]]:
    """List one window of a source; returns rows listed, and why partitions stayed open."""
    found = settings.load()
    archive, door = Archive(found.archive), Door(host_map=found.host_map)
    walks = keep.list_window(archive, door, run_id, SOURCES[source_name], Window(start=start, end=end))
    return sum(len(one.rows) for one in walks), [str(one.error) for one in walks if one.error]


@task(name="fetch", cache_policy=NO_CACHE, persist_result=False)
def fetch_task(run_id: str, total: int) -> tuple[int, list[str]]:
    """Fetch what is wanted; returns files fetched, and why others were not."""
    found = settings.load()
    fetching = keep.fetch_files(Archive(found.archive), Door(host_map=found.host_map), run_id, steps.unfetched(found))
    outcomes = list(progress.track(fetching, "fetch 下载", total))
    return outcomes.count(None), sorted({reason for reason in outcomes if reason})


@task(name="load", cache_policy=NO_CACHE, persist_result=False)
def load_task(run_id: str, building: str | None = None) -> dict[str, int]:
    """Load the archive's new entries; returns rows by table."""
    return steps.load_archive(settings.load(), run_id, Path(building) if building else None)


@task(name="read", cache_policy=NO_CACHE, persist_result=False)
def read_task(run_id: str, document_ids: list[str], building: str | None = None) -> tuple[int, int]:
    """Read a chunk of documents; returns how many gave a record, and how many were refused."""
    done = steps.read_documents(settings.load(), run_id, document_ids, Path(building) if building else None)
    return done.parsed, done.refused


@task(name="publish", cache_policy=NO_CACHE, persist_result=False)
def publish_task(building: str | None = None) -> tuple[tuple[str, ...], bool]:
    """Check and publish; returns warnings, and whether every table is as it was before."""
    return steps.publish(settings.load(), Path(building) if building else None)
