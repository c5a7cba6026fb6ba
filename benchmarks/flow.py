"""The whole flow: from the local exchange to the published file, with Prefect and without, and a run without news."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.clock import Figure, Taken, taken
from flows import line
from flows.run import PLAIN, Steps
from flows.settings import Settings
from tests.exchange.server import Exchange, path_of, row, serving
from tests.factory.text_record import text_record
from warehouse import account
from warehouse.connection import reader

RECORDS = 2_000
_DAYS = (date(2026, 3, 2), date(2026, 3, 4))
_EVENING = datetime(2026, 3, 5, 12, tzinfo=UTC)  # of the run without news
_MANY, _CHUNK = 10_000, 100  # documents of a large run, and of a task


@dataclass(slots=True)
class Inside:
    """What was called, how often, and the seconds on the wall inside."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def of(self, name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        """The step, counted and timed."""

        @wraps(step)
        def call(*values: Any, **named: Any) -> Any:  # noqa: ANN401 - the step's own
            self.counts[name] += 1
            began = time.monotonic()
            try:
                return step(*values, **named)
            finally:
                self.seconds += time.monotonic() - began

        return call

    def all(self, do: Steps) -> Steps:
        """The steps, each counted and timed."""
        steps = {one.name: getattr(do, one.name) for one in fields(Steps)}
        return Steps(**{name: step if name == "now" else self.of(name, step) for name, step in steps.items()})


def filled(count: int) -> Exchange:
    """An exchange with so many small made records."""
    exchange = Exchange()
    for key in range(count):
        listed = row(key, "2026-03-03")
        exchange.rows.append(listed)
        exchange.files[path_of(listed)] = text_record(listed["secCode"], f"{listed['secName']}{key}")
    return exchange


def plain(count: int, home: Path) -> tuple[Taken, Inside]:
    """A run over so many records: what it takes, and its steps."""
    inside, exchange = Inside(), filled(count)
    with serving(exchange):
        own = Settings(home=home, host_map=exchange.host_map, jobs=2)
        return taken(lambda: line.ingest(inside.all(PLAIN), own, "", *_DAYS)), inside


def quiet(count: int, home: Path) -> tuple[Taken, int]:
    """The second daily run of a day without news, behind a run over so many records: what it takes, its requests."""
    do, exchange = replace(PLAIN, now=lambda: _EVENING), filled(count)
    with serving(exchange):
        own = Settings(home=home, host_map=exchange.host_map, jobs=2)
        line.ingest(do, own, "", None, None)
        before = len(exchange.asked)
        return taken(lambda: line.ingest(do, own, "", None, None)), len(exchange.asked) - before


def rebuilt(home: Path) -> tuple[Taken, int]:
    """A rebuild from the archive: what it takes, and the rows of all tables."""
    own = Settings(home=home, host_map={}, jobs=2)
    took = taken(lambda: line.rebuild(PLAIN, own))
    with reader(own.published) as connection:
        return took, sum(account.sizes(connection).values())


def prefect(count: int, home: Path) -> tuple[Taken, Inside, int]:
    """The same as Prefect's flow, its server already started; what it takes, its steps, and its task runs.

    Steps are timed inside their tasks; the report, which the flow alone writes, counts as one.
    """
    from prefect.client.orchestration import get_client
    from prefect.testing.utilities import prefect_test_harness

    from flows import report
    from flows.ingest import ingest
    from flows.tasks import TASKS

    inside, exchange = Inside(), filled(count)
    with ExitStack() as stack:
        stack.enter_context(serving(exchange))
        stack.enter_context(prefect_test_harness(server_startup_timeout=180))
        stack.enter_context(
            patch.dict(
                os.environ, {"JIYAO_HOME": str(home), "JIYAO_HOST_MAP": exchange.host_map_text, "JIYAO_JOBS": "2"}
            )
        )
        stack.enter_context(patch.object(report, "write", inside.of("report", report.write)))
        for name in (one.name for one in fields(Steps) if one.name != "now"):
            task: Any = getattr(TASKS, name)
            stack.enter_context(patch.object(task, "fn", inside.of(name, task.fn)))
        took = taken(lambda: ingest(since=_DAYS[0], until=_DAYS[1]))
        with get_client(sync_client=True) as client:
            answer = client.request("POST", "/task_runs/count", json={})
        return took, inside, int(answer.json())


def figures(home: Path, count: int = RECORDS) -> list[Figure]:
    """What the line takes, how it grows, and how much of it is Prefect's."""
    plain(1, home / "first")  # imports and first calls are no growth
    small, _ = plain(count // 10, home / "small")
    whole, alone = plain(count, home / "whole")
    again, asked = quiet(count, home / "whole")
    anew, rows = rebuilt(home / "whole")
    flow, inside, runs = prefect(count, home / "prefect")
    between = whole.wall - alone.seconds  # what the line does beside its steps
    share = 1 - (inside.seconds + between) / flow.wall
    chunks = inside.counts["read"]
    return [
        Figure(f"whole line, {count} small records", whole.cpu, "s CPU"),
        Figure("the same, a record", 1000 * whole.cpu / count, "ms CPU"),
        Figure(f"growth: {count} records against {count // 10}", whole.cpu / small.cpu, "times", 11),
        Figure("as Prefect's flow, beyond its start", flow.wall, "s on the wall"),
        Figure("of it outside steps and report, more than without Prefect", 100 * share, "% of the wall", 10),
        Figure(f"task runs of {count} documents, by Prefect's server", runs, "tasks"),
        Figure(
            f"task runs of {_MANY} documents: {_MANY // _CHUNK} chunks", runs - chunks + _MANY // _CHUNK, "tasks", 200
        ),
        Figure("a daily run without news", again.cpu, "s CPU"),
        Figure("its requests", asked, "requests"),
        Figure(f"rebuild of {count} records, reading included", rows / anew.cpu, "rows/s CPU"),
    ]
