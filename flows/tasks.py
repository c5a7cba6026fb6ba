"""Prefect tasks: one a chunk of work, over the plain functions of `steps`.

A task takes ids and paths and keeps nothing in Prefect: what is done stands in the archive and the warehouse.
Its run is named for what it does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from prefect import Task, task
from prefect.cache_policies import NO_CACHE
from prefect.runtime import task_run

from flows.run import PLAIN, Steps

_P = ParamSpec("_P")
_R = TypeVar("_R")


def _task(function: Callable[_P, _R], run_name: str | Callable[[], str]) -> Task[_P, _R]:
    name = function.__name__
    return task(name=name, task_run_name=run_name, cache_policy=NO_CACHE, persist_result=False)(function)


def _read_name() -> str:
    return f"read {len(task_run.parameters['document_ids'])} documents"


def _company_name() -> str:
    asked = task_run.parameters
    return f"list {asked['source_name']} of {asked['code']} {asked['days'][0]}..{asked['days'][1]}"


TASKS = Steps(
    list_days=_task(PLAIN.list_days, "list {source_name} {start}..{end}"),
    list_news=_task(PLAIN.list_news, "list {source_name} {start}..{end}, what is new"),
    list_companies=_task(PLAIN.list_companies, "list companies' feeds {start}..{end}"),
    list_company=_task(PLAIN.list_company, _company_name),
    fetch=_task(PLAIN.fetch, "fetch {total} files"),
    fetch_company=_task(PLAIN.fetch_company, "fetch files of {code}"),
    fetch_again=_task(PLAIN.fetch_again, "fetch a sample again"),
    fetch_these=_task(PLAIN.fetch_these, "fetch damaged files again"),
    load=_task(PLAIN.load, "load new entries"),
    read=_task(PLAIN.read, _read_name),
    publish=_task(PLAIN.publish, "check and publish"),
)
