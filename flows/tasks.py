"""Prefect tasks: one a chunk of work, over the plain functions of `steps`.

A task takes ids and paths and keeps nothing in Prefect: what is done stands in the archive and the warehouse.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from prefect import Task, task
from prefect.cache_policies import NO_CACHE

from flows.run import PLAIN, Steps

_P = ParamSpec("_P")
_R = TypeVar("_R")


def _task(function: Callable[_P, _R], run_name: str) -> Task[_P, _R]:
    name = function.__name__
    return task(name=name, task_run_name=run_name, cache_policy=NO_CACHE, persist_result=False)(function)


TASKS = Steps(
    list_days=_task(PLAIN.list_days, "list {source_name} {start}~{end}"),
    list_companies=_task(PLAIN.list_companies, "list companies {start}~{end}"),
    fetch=_task(PLAIN.fetch, "fetch {total} files"),
    fetch_again=_task(PLAIN.fetch_again, "fetch a sample again"),
    load=_task(PLAIN.load, "load"),
    read=_task(PLAIN.read, "read"),
    publish=_task(PLAIN.publish, "publish"),
)
