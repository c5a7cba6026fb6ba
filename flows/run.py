"""What every flow does alike: list windows, load, fetch, read in chunks, publish, and keep account of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from pydantic import BaseModel, Field

from flows import progress, steps
from flows.settings import Settings, version
from flows.tasks import fetch_task, list_task, load_task, publish_task, read_task

_WINDOW = timedelta(days=31)


class Summary(BaseModel):
    """What a run did."""

    run_id: str
    kind: str
    started_at: datetime = Field(default_factory=lambda: datetime.now(UTC))
    window_from: date | None = None
    window_to: date | None = None
    new_entries: int = 0
    listed: int = 0
    fetched: int = 0
    parsed: int = 0
    refused: int = 0
    open_reasons: list[str] = Field(default_factory=list)
    warnings: list[str] = Field(default_factory=list)
    is_unchanged: bool = False
    published: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether every day was proved and every file fetched."""
        return not self.open_reasons

    @property
    def is_news(self) -> bool:
        """Whether anything was imported, fetched or read."""
        return bool(self.new_entries or self.fetched or self.parsed or self.refused)


def list_windows(summary: Summary, source: str, start: date, end: date) -> None:
    """List a source from the first to the last day, a month at a time."""
    summary.window_from, summary.window_to = start, end
    windows: list[tuple[date, date]] = []
    while start <= end:
        windows.append((start, min(end, start + _WINDOW)))
        start = windows[-1][1] + timedelta(days=1)
    for first, last in progress.track(windows, f"list 列表 {source}", len(windows)):
        rows, reasons = list_task(summary.run_id, source, first, last)
        summary.listed += rows
        summary.open_reasons += reasons


def load_and_read(settings: Settings, summary: Summary, *, fetch: bool, building: Path | None = None) -> None:
    """Load what the archive has new, fetch what is wanted, read what is unread."""
    file = str(building) if building else None
    progress.say("load 装载 …")
    load_task(summary.run_id, file)
    wanted = steps.unfetched(settings) if fetch else ()
    if wanted:
        count, reasons = fetch_task(summary.run_id, len({one.address for one in wanted}))
        summary.fetched += count
        summary.open_reasons += reasons
        load_task(summary.run_id, file)
    chunks = steps.unread(settings, building)
    with progress.bar("read 解析", sum(map(len, chunks))) as advance:
        for chunk in chunks:
            parsed, refused = read_task(summary.run_id, list(chunk), file)
            summary.parsed += parsed
            summary.refused += refused
            advance(len(chunk))


def finish(settings: Settings, summary: Summary, building: Path | None = None) -> Summary:
    """Keep account of the run, check and publish."""
    steps.settle(settings, {
        "run_id": summary.run_id,
        "kind": summary.kind,
        "started_at": summary.started_at,
        "ended_at": datetime.now(UTC),
        "outcome": "complete" if summary.is_complete else "incomplete",
        "window_from": summary.window_from,
        "window_to": summary.window_to,
        "listed": summary.listed,
        "fetched": summary.fetched or summary.new_entries,
        "parsed": summary.parsed,
        "refused": summary.refused,
        "version": version(),
        "detail": "; ".join(summary.open_reasons) or None,
    }, building)  # fmt: skip
    progress.say("check and publish 检查并发布 …")
    warnings, summary.is_unchanged = publish_task(str(building) if building else None)
    summary.warnings, summary.published = list(warnings), str(settings.published)
    return summary
