"""The account of a run: what it did by source and day, what its checks found, what changed, what was slow.

The terminal and Prefect's artifacts show the same; the table `run` keeps its sums.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from flows.run import Summary
from warehouse import account, ask
from warehouse.ask import Answer
from warehouse.connection import reader

MOST_DAYS = 200  # that an artifact shows, the newest
_STATES = {
    "complete": "complete 全部核对",
    "incomplete": "with warnings 有未完成项",
    "unproved": "failed: a source proved nothing 有来源未核对",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One run, as it is shown."""

    title: str
    state: str
    counts: tuple[tuple[str, int], ...]
    open_reasons: tuple[str, ...]
    findings: tuple[str, ...]  # of the checks
    days: Answer  # by day and source
    changes: Answer  # by table
    slowest: Answer
    published: Path


def sizes(published: Path) -> dict[str, int]:
    """Rows of each table that is published; none where nothing is."""
    if not published.exists():
        return {}
    with reader(published) as connection:
        return account.sizes(connection)


def of(done: Summary) -> Account:
    """The account of a run that published; raises NothingPublished, DamagedWarehouse."""
    path = Path(done.published)
    with reader(path) as connection:
        now, touched = account.sizes(connection), account.changed(connection, done.run_id)
    counts = ("listed", "new", "fetched", "parsed", "refused")
    return Account(
        title=title(done),
        state=_STATES[done.outcome],
        counts=tuple((name, getattr(done, name)) for name in counts),
        open_reasons=tuple(dict.fromkeys(done.open_reasons)),
        findings=tuple(done.warnings),
        days=ask.named(path, "run_days", run_id=done.run_id),
        changes=_changes(done.held_before, now, touched),
        slowest=ask.named(path, "run_slowest", run_id=done.run_id),
        published=path,
    )


def title(done: Summary) -> str:
    """A run's name: what it was, and over which days.

    >>> title(Summary(run_id="r", kind="ingest", window_from="2026-11-18", window_to="2026-11-26"))
    'daily 2026-11-18..2026-11-26'
    >>> title(Summary(run_id="r", kind="rebuild"))
    'rebuild'
    """
    name = "daily" if done.kind == "ingest" else f"{done.kind} {done.security_code}".strip()
    return f"{name} {done.window_from}..{done.window_to}" if done.window_from else name


def _changes(before: dict[str, int], now: dict[str, int], touched: dict[str, int]) -> Answer:
    """Tables in which a run changed rows, or whose size is another than in the file published before it."""
    rows = tuple(
        (name, before.get(name, 0), count, touched.get(name, 0))
        for name, count in now.items()
        if touched.get(name) or before.get(name, 0) != count
    )
    return Answer(("table", "rows before", "rows now", "added or changed"), rows)
