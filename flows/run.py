"""A run's account, and what every flow does alike over the steps it is given: list, load, fetch, read, publish."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from pydantic import BaseModel, Field, computed_field

from extractors.sources import ALL
from flows import asking, pool, progress, steps
from flows.plan import Span
from flows.settings import Settings, version
from warehouse.pending import Wanted

_WINDOW = timedelta(days=31)

ListDays = Callable[[Settings, str, str, date, date], tuple[int, tuple[str, ...]]]  # source, first and last day


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The steps, plain or as Prefect tasks; their meaning stands in `flows.steps` and `flows.asking`."""

    list_days: ListDays
    list_news: ListDays
    list_companies: Callable[[Settings, str, date, date], tuple[int, tuple[str, ...]]]
    fetch: Callable[[Settings, str, int], tuple[int, tuple[str, ...]]]
    fetch_again: Callable[[Settings, str], tuple[int, tuple[str, ...]]]
    list_company: Callable[[Settings, str, str, str, tuple[date, date]], tuple[int, tuple[str, ...]] | None]
    fetch_company: Callable[[Settings, str, str], tuple[int, tuple[str, ...]]]
    fetch_these: Callable[[Settings, str, Sequence[Wanted]], tuple[int, tuple[str, ...]]]
    load: Callable[[Settings, str, Path], dict[str, int]]
    read: Callable[[Settings, str, Sequence[str], Path], tuple[int, int]]
    publish: Callable[[Settings, Path], tuple[tuple[str, ...], bool]]
    now: Callable[[], datetime] = lambda: datetime.now(UTC)  # names the run and ends the window


PLAIN = Steps(
    list_days=asking.list_days,
    list_news=asking.list_news,
    list_companies=asking.list_companies,
    fetch=asking.fetch,
    fetch_again=asking.fetch_again,
    list_company=asking.list_company,
    fetch_company=asking.fetch_company,
    fetch_these=asking.fetch_these,
    load=steps.load,
    read=steps.read,
    publish=steps.publish,
)


class Summary(BaseModel):
    """What a run did."""

    run_id: str
    kind: str
    security_code: str = ""  # of a run for one company
    started_at: datetime = Field(default_factory=lambda: datetime.now(UTC))
    window_from: date | None = None
    window_to: date | None = None
    new_entries: int = 0
    new: int = 0  # announcements
    listed: int = 0
    fetched: int = 0
    parsed: int = 0
    refused: int = 0
    open_reasons: list[str] = Field(default_factory=list)
    warnings: list[str] = Field(default_factory=list)
    is_unchanged: bool = False
    published: str = ""
    held_before: dict[str, int] = Field(default_factory=dict)  # rows of the file that was published before, by table
    proved_before: dict[str, datetime | None] = Field(default_factory=dict)  # by source asked, its latest proof then
    unproved: list[str] = Field(default_factory=list)  # sources that were asked and proved nothing

    @computed_field  # type: ignore[prop-decorator]  # as pydantic has it
    @property
    def is_complete(self) -> bool:
        """Whether every day was proved and every file fetched."""
        return not self.open_reasons

    @computed_field  # type: ignore[prop-decorator]
    @property
    def outcome(self) -> str:
        """`complete`, `incomplete`, or `unproved` where a source that was asked proved nothing."""
        if self.unproved:
            return "unproved"
        return "complete" if self.is_complete else "incomplete"

    def widen(self, start: date, end: date) -> None:
        """Count days to those that are listed."""
        self.window_from = min(start, self.window_from or start)
        self.window_to = max(end, self.window_to or end)

    @property
    def is_news(self) -> bool:
        """Whether anything was imported, fetched or read."""
        return bool(self.new_entries or self.fetched or self.parsed or self.refused)


def list_windows(listed: ListDays, settings: Settings, summary: Summary, source: str, days: tuple[date, date]) -> None:
    """List a source from the first to the last day, a month at a time; a feed at once: it is read from its top."""
    start, end = days
    summary.widen(*days)
    _ask(settings, summary, source)
    windows: list[tuple[date, date]] = []
    step = end - start if ALL[source].is_feed else _WINDOW
    while start <= end:
        windows.append((start, min(end, start + step)))
        start = windows[-1][1] + timedelta(days=1)
    for first, last in progress.track(windows, f"list 列表 {source}", len(windows)):
        rows, reasons = listed(settings, summary.run_id, source, first, last)
        summary.listed += rows
        summary.open_reasons += reasons


def list_spans(do: Steps, settings: Settings, summary: Summary, spans: Sequence[Span]) -> None:
    """List the spans of a backfill's month."""
    for span in progress.track(spans, f"list 列表 {spans[0].month:%Y-%m}", len(spans)):
        _ask(settings, summary, span.source)
        if span.is_by_company:
            rows, reasons = do.list_companies(settings, summary.run_id, span.start, span.end)
        else:
            rows, reasons = do.list_days(settings, summary.run_id, span.source, span.start, span.end)
        summary.listed += rows
        summary.open_reasons += reasons


def list_company(do: Steps, settings: Settings, summary: Summary, source: str, code: str) -> None:
    """List a source for one company over the summary's window; the whole source where it cannot be asked for it."""
    start, end = summary.window_from, summary.window_to
    if start is None or end is None:
        return
    found = do.list_company(settings, summary.run_id, source, code, (start, end))
    if found is None:
        list_windows(do.list_days, settings, summary, source, (start, end))
        return
    summary.listed += found[0]
    summary.open_reasons += found[1]


def load(do: Steps, settings: Settings, summary: Summary, building: Path) -> None:
    """Load what the archive has new."""
    progress.say("load 装载 …")
    summary.new += do.load(settings, summary.run_id, building).get("new", 0)


def load_and_fetch(do: Steps, settings: Settings, summary: Summary) -> None:
    """Load what the archive has new, and fetch what is wanted."""
    load(do, settings, summary, settings.building)
    wanted = len({one.address for one in asking.unfetched(settings)})
    if wanted:
        count, reasons = do.fetch(settings, summary.run_id, wanted)
        summary.fetched += count
        summary.open_reasons += reasons
        load(do, settings, summary, settings.building)


def read_unread(do: Steps, settings: Settings, summary: Summary, building: Path) -> None:
    """Read the documents that this version has not read, a chunk at a time."""
    read_chunks(do, settings, summary, building, steps.unread(building))


def read_chunks(
    do: Steps, settings: Settings, summary: Summary, building: Path, chunks: Sequence[Sequence[str]]
) -> None:
    """Read documents, a chunk at a time, in the same processes."""
    with progress.bar("read 解析", sum(map(len, chunks))) as advance, pool.kept():
        for chunk in chunks:
            parsed, refused = do.read(settings, summary.run_id, list(chunk), building)
            summary.parsed += parsed
            summary.refused += refused
            advance(len(chunk))


def finish(do: Steps, settings: Settings, summary: Summary, building: Path) -> Summary:
    """Keep account of the run, check and publish."""
    progress.say("check and publish 检查并发布 …")
    proofs = {name: steps.last_proof(building, name) for name in summary.proved_before}
    summary.unproved = [name for name, at in proofs.items() if at == summary.proved_before[name]]
    steps.settle(building, {
        "run_id": summary.run_id,
        "kind": summary.kind,
        "started_at": summary.started_at,
        "ended_at": datetime.now(UTC),
        "outcome": summary.outcome,
        "window_from": summary.window_from,
        "window_to": summary.window_to,
        "listed": summary.listed,
        "new": summary.new,
        "fetched": summary.fetched or summary.new_entries,
        "parsed": summary.parsed,
        "refused": summary.refused,
        "version": version(),
        "detail": "; ".join(summary.open_reasons) or None,
    })  # fmt: skip
    warnings, summary.is_unchanged = do.publish(settings, building)
    summary.warnings, summary.published = list(warnings), str(settings.published)
    return summary


def _ask(settings: Settings, summary: Summary, source: str) -> None:
    """Note that a source is asked, with the instant of its latest proof before."""
    if source not in summary.proved_before:
        summary.proved_before[source] = steps.last_proof(settings.building, source)
