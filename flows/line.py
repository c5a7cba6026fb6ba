"""The whole line, over steps that are given: what the flows do, with Prefect's tasks or without."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from extractors.listing import CHINA, exchange_of
from extractors.sources import LISTS, REFERENCES, SOURCES
from flows import asking, plan, progress, steps
from flows.errors import UnknownCompany, UnknownSource
from flows.run import Steps, Summary, finish, list_company, list_spans, list_windows, load, load_and_fetch, read_unread
from flows.settings import Settings
from warehouse import publish as publishing
from warehouse.archive import Archive
from warehouse.connection import lock
from warehouse.publish import remove, take_place

_OVERLAP = timedelta(days=7)
_SURVEYS = timedelta(days=14)
_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backfill:
    """What is asked of a backfill: days, a source or all, whether proved days too, and how many spans at most."""

    since: date
    until: date
    source: str = ""
    again: bool = False
    limit: int | None = None

    @property
    def first(self) -> date:
        """The earlier end."""
        return min(self.since, self.until)

    @property
    def last(self) -> date:
        """The later end."""
        return max(self.since, self.until)


def ingest(do: Steps, settings: Settings, source: str, since: date | None, until: date | None) -> Summary:
    """List what is new, fetch the files, read them, check and publish.

    Without days of its own a run lists those that are not proved, and looks whether others changed.
    """
    summary = Summary(run_id=steps.new_run_id(do.now()), kind="ingest")
    names = sources(source)
    with lock(settings.lock):
        for name in names:
            days = window(settings, name, since, until or tomorrow(do))
            list_windows(do.list_days if since or until else do.list_news, settings, summary, name, days)
        load_and_fetch(do, settings, summary)
        read_unread(do, settings, summary, settings.building)
        return finish(do, settings, summary, settings.building)


def one_company(do: Steps, settings: Settings, code: str, since: date | None, until: date | None) -> Summary:
    """List one company's announcements wherever it can be asked for, fetch its files, read, check and publish.

    A source that cannot be asked for it is listed whole over the days. Raises UnknownCompany.
    """
    summary = Summary(run_id=steps.new_run_id(do.now()), kind="company", security_code=code)
    last = until or tomorrow(do)
    first = since or last - _YEAR
    summary.widen(min(first, last), max(first, last))
    with lock(settings.lock):
        load(do, settings, summary, settings.building)
        for name in _listing(settings, code):
            list_company(do, settings, summary, name, code)
        load(do, settings, summary, settings.building)
        count, reasons = do.fetch_company(settings, summary.run_id, code)
        summary.fetched += count
        summary.open_reasons += reasons
        load(do, settings, summary, settings.building)
        read_unread(do, settings, summary, settings.building)
        return finish(do, settings, summary, settings.building)


def publish(do: Steps, settings: Settings, *, rollback: bool) -> Summary:
    """Check the writer's file and publish it again, or bring the file that was published before back.

    Raises ChecksFailed, NothingKept.
    """
    summary = Summary(run_id=steps.new_run_id(do.now()), kind="rollback" if rollback else "publish")
    summary.published = str(settings.published)
    with lock(settings.lock):
        if rollback:
            publishing.rollback(settings.published)
        else:
            warnings, summary.is_unchanged = do.publish(settings, settings.building)
            summary.warnings = list(warnings)
    return summary


def replay(do: Steps, settings: Settings, bundle: Path) -> Summary:
    """Import a bundle's entries, load and read them with no network, check and publish."""
    summary = Summary(run_id=steps.new_run_id(do.now()), kind="replay")
    with lock(settings.lock):
        progress.say("import 导入 …")
        summary.new_entries = Archive(settings.archive).import_bundle(bundle)
        load(do, settings, summary, settings.building)
        read_unread(do, settings, summary, settings.building)
        return finish(do, settings, summary, settings.building)


def backfill(do: Steps, settings: Settings, wanted: Backfill) -> Summary:
    """List the days that are not proved, newest first, fetch, read, check and publish, a month at a time.

    What a run that was cut off has archived counts: it is loaded first.
    """
    summary = Summary(run_id=steps.new_run_id(do.now()), kind="backfill")
    summary.window_from, summary.window_to = wanted.first, wanted.last
    with lock(settings.lock):
        load(do, settings, summary, settings.building)
        for month in plan.months(planned(settings, wanted)):
            list_spans(do, settings, summary, month)
            load_and_fetch(do, settings, summary)
            read_unread(do, settings, summary, settings.building)
            finish(do, settings, summary, settings.building)
        return summary if summary.published else finish(do, settings, summary, settings.building)


def planned(settings: Settings, wanted: Backfill) -> tuple[plan.Span, ...]:
    """What a backfill lists."""
    names = sources(wanted.source)
    proved = {} if wanted.again else steps.proved(settings, names)
    return plan.spans(names, wanted.first, wanted.last, proved)[: wanted.limit]


def refresh(do: Steps, settings: Settings) -> Summary:
    """List what listings are held against: codes, companies, a vendor's surveys; fetch a sample of files again."""
    summary = Summary(run_id=steps.new_run_id(do.now()), kind="refresh")
    today = do.now().astimezone(CHINA).date()
    with lock(settings.lock):
        for name in REFERENCES:
            days = (today - _SURVEYS, today) if name == "eastmoney" else (today, today)
            list_windows(do.list_days, settings, summary, name, days)
        again, reasons = do.fetch_again(settings, summary.run_id)
        summary.fetched += again
        summary.open_reasons += reasons
        load_and_fetch(do, settings, summary)
        read_unread(do, settings, summary, settings.building)
        return finish(do, settings, summary, settings.building)


def rebuild(do: Steps, settings: Settings) -> Summary:
    """Read the whole archive into a new file; when its checks pass it takes the writer's and the published place."""
    summary = Summary(run_id=steps.new_run_id(do.now()), kind="rebuild")
    building = settings.building.with_suffix(".rebuilding")
    with lock(settings.lock):
        remove(building)
        load(do, settings, summary, building)
        read_unread(do, settings, summary, building)
        finish(do, settings, summary, building)
        take_place(building, settings.building)
        return summary


def _listing(settings: Settings, code: str) -> tuple[str, ...]:
    """The sources that list a code's exchange; raises UnknownCompany."""
    if not asking.company_keys(settings, code).is_known:
        raise UnknownCompany(code=code)
    return LISTS[exchange_of(code)]


def sources(name: str) -> tuple[str, ...]:
    """The named source, or all; raises UnknownSource."""
    if name and name not in SOURCES:
        raise UnknownSource(name=name, known=tuple(SOURCES))
    return (name,) if name else tuple(SOURCES)


def tomorrow(do: Steps) -> date:
    """The day that late filings are dated."""
    return do.now().astimezone(CHINA).date() + timedelta(days=1)


def window(settings: Settings, source: str, since: date | None, end: date) -> tuple[date, date]:
    """The days to list: from a week before the last proved day, unless said otherwise, to the given one.

    The writer's file is opened either way: a damaged one is told before anything is asked.
    """
    proved = steps.watermark(settings, source)
    start = since or min(proved or end, end) - _OVERLAP
    return min(start, end), end
