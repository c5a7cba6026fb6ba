"""The whole flow: from the local exchange to the published file, with Prefect and without, and a run without news."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.clock import Figure, Taken, taken
from flows import line
from flows.run import PLAIN, Steps
from flows.settings import Settings
from tests.exchange.server import Exchange, path_of, row, serving
from tests.factory.text_record import text_record

RECORDS = 2_000
_DAYS = (date(2026, 3, 2), date(2026, 3, 4))
_CHUNKS = 10_000 // 100  # of 10,000 documents


def filled(count: int) -> Exchange:
    """An exchange with so many small made records."""
    exchange = Exchange()
    for key in range(count):
        listed = row(key, "2026-03-03")
        exchange.rows.append(listed)
        exchange.files[path_of(listed)] = text_record(listed["secCode"], f"{listed['secName']}{key}")
    return exchange


def counted(counts: Counter[str], do: Steps = PLAIN) -> Steps:
    """The steps, each counting how often it is called: so often Prefect runs a task."""

    def wrapped(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def call(*values: Any) -> Any:  # noqa: ANN401 - the step's own
            counts[name] += 1
            return step(*values)

        return call

    steps = {one.name: getattr(do, one.name) for one in fields(Steps)}
    return Steps(**{name: step if name == "now" else wrapped(name, step) for name, step in steps.items()})


def plain(count: int, home: Path) -> tuple[Taken, Taken, Counter[str], int]:
    """A run over so many records and one without news: what they take, how often steps are called, and requests."""
    counts: Counter[str] = Counter()
    exchange = filled(count)
    with serving(exchange):
        own = Settings(home=home, host_map=exchange.host_map, jobs=2)
        first = taken(lambda: line.ingest(counted(counts), own, "", *_DAYS))
        asked = len(exchange.asked)
        again = taken(lambda: line.ingest(PLAIN, own, "", *_DAYS))
        return first, again, counts, len(exchange.asked) - asked


def prefect(count: int, home: Path) -> Taken:
    """The same as Prefect's flow, its server already started."""
    from prefect.testing.utilities import prefect_test_harness

    from flows.ingest import ingest

    exchange = filled(count)
    with serving(exchange), prefect_test_harness(server_startup_timeout=180):
        os.environ |= {"JIYAO_HOME": str(home), "JIYAO_HOST_MAP": exchange.host_map_text}
        return taken(lambda: ingest(since=_DAYS[0], until=_DAYS[1]))


def figures(home: Path, count: int = RECORDS) -> list[Figure]:
    """What the line takes, how it grows, and how much of it is Prefect's."""
    small, _, _, _ = plain(count // 10, home / "small")
    whole, again, counts, asked = plain(count, home / "whole")
    flow = prefect(count, home / "prefect")
    tasks = sum(counts.values()) - counts["read"] + _CHUNKS
    return [
        Figure(f"whole line, {count} small records", whole.cpu, "s CPU"),
        Figure("the same, a record", 1000 * whole.cpu / count, "ms CPU"),
        Figure(f"growth: {count} records against {count // 10}", whole.cpu / small.cpu, "times", 11),
        Figure("Prefect's share, beyond its start", 100 * max(0.0, 1 - whole.wall / flow.wall), "% of the wall", 10),
        Figure("task runs of 10,000 documents, reckoned", tasks, "tasks", 200),
        Figure("a run without news", again.cpu, "s CPU"),
        Figure("its requests", asked, "requests"),
    ]
