"""The steps of a run that ask the network: list days, companies' own feeds, fetch files; each restartable by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from extractors.fetch import Door
from extractors.listing import Partition, Source, Window
from extractors.sources import ALL, of_company, sse
from extractors.walk import Walk
from flows import keep, listing, progress
from flows.known import Held, Known
from flows.settings import Settings
from warehouse import pending
from warehouse.archive import Archive
from warehouse.connection import writer
from warehouse.migrate import migrate

FEEDS = tuple(name for name, source in ALL.items() if source.is_feed)
SAMPLE = 50  # files that are fetched again, to see whether they were replaced

Listed = tuple[int, tuple[str, ...]]  # rows, and why partitions stayed open


def list_days(settings: Settings, run_id: str, source_name: str, start: date, end: date) -> Listed:
    """List one window of a source; returns rows listed, and why partitions stayed open."""
    return _listed(settings, run_id, source_name, ALL[source_name].partitions, Window(start=start, end=end))


def list_news(settings: Settings, run_id: str, source_name: str, start: date, end: date) -> Listed:
    """List a daily window: days proved after they were over only where they changed; returns as `list_days`."""
    source, window = ALL[source_name], Window(start=start, end=end)
    return counted(listing.list_news(_keeper(settings, run_id), source, window, held(settings, source, window)))


def held(settings: Settings, source: Source, window: Window) -> dict[str, Held]:
    """By partition, what walks before hold of a window."""
    with writer(settings.building) as connection:
        days = pending.days_held(connection, source.name, window.start, window.end)
        keys = pending.keys_held(connection, source.name, window.start, window.end)
    return {
        one.name: Held(
            listed={day: rows for name, day, rows, _ in days if name == one.name},
            over=frozenset(day for name, day, _, is_over in days if name == one.name and is_over),
            keys=frozenset(key for name, key in keys if name == one.name),
        )
        for one in source.partitions
    }


def counted(walks: Sequence[Walk]) -> Listed:
    """Rows of walks, and why partitions stayed open."""
    return sum(len(one.rows) for one in walks), tuple(str(one.error) for one in walks if one.error)


def list_companies(settings: Settings, run_id: str, start: date, end: date) -> Listed:
    """List a window of companies' own feeds at e互动, where it is not proved: the common feed no longer shows it."""
    with writer(settings.building) as connection:
        companies = pending.feed_companies(connection, start, end)
    partitions = [sse.company(code, uid) for code, uid in companies]
    window = Window(start=start, end=end)
    done = [
        _listed(settings, run_id, "sse", (one,), window)
        for one in progress.track(partitions, "list 列表 companies 公司", len(partitions))
    ]
    return sum(rows for rows, _ in done), tuple(dict.fromkeys(reason for _, reasons in done for reason in reasons))


def fetch(settings: Settings, run_id: str, total: int) -> tuple[int, tuple[str, ...]]:
    """Fetch what is wanted; returns files fetched, and why others were not."""
    return _fetched(keep.fetch_files(_keeper(settings, run_id), unfetched(settings)), "fetch 下载", total)


def list_company(
    settings: Settings, run_id: str, source_name: str, code: str, days: tuple[date, date]
) -> Listed | None:
    """List a window of a source for one company; None where the source cannot be asked for it alone."""
    keys = company_keys(settings, code)
    partitions = of_company(source_name, code, keys.org_id, keys.uid)
    if not partitions:
        return None
    return _listed(settings, run_id, source_name, partitions, Window(start=days[0], end=days[1]))


def fetch_company(settings: Settings, run_id: str, code: str) -> Listed:
    """Fetch the files of one company that are wanted; returns files fetched, and why others were not."""
    wanted = unfetched(settings, code)
    total = len({one.address for one in wanted})
    return _fetched(keep.fetch_files(_keeper(settings, run_id), wanted), f"fetch 下载 {code}", total)


def company_keys(settings: Settings, code: str) -> pending.CompanyKeys:
    """What a company is asked by, as far as it is known."""
    with writer(settings.building) as connection:
        migrate(connection)
        return pending.company_keys(connection, code)


def fetch_again(settings: Settings, run_id: str) -> tuple[int, tuple[str, ...]]:
    """Fetch a sample of files again, those first that were longest not asked for; another file is a new document."""
    with writer(settings.building) as connection:
        migrate(connection)
        wanted = pending.files_to_fetch_again(connection, SAMPLE)
    return _fetched(keep.fetch_files(_keeper(settings, run_id), wanted), "fetch again 复核", len(wanted))


def fetch_these(settings: Settings, run_id: str, wanted: Sequence[pending.Wanted]) -> tuple[int, tuple[str, ...]]:
    """Fetch these files again; returns as `fetch`."""
    return _fetched(keep.fetch_files(_keeper(settings, run_id), wanted), "fetch again 重新下载", len(wanted))


def unfetched(settings: Settings, code: str = "") -> tuple[pending.Wanted, ...]:
    """Files that no answer has brought yet; of one company where a code is given."""
    with writer(settings.building) as connection:
        return pending.files_to_fetch(connection, code)


def _listed(
    settings: Settings, run_id: str, source_name: str, partitions: Sequence[Partition], window: Window
) -> Listed:
    return counted(listing.list_window(_keeper(settings, run_id), ALL[source_name], partitions, window))


def _fetched(fetching: Iterator[str | None], label: str, total: int) -> tuple[int, tuple[str, ...]]:
    outcomes = tuple(progress.track(fetching, label, total))
    return outcomes.count(None), tuple(sorted({reason for reason in outcomes if reason}))


def _keeper(settings: Settings, run_id: str) -> keep.Keeper:
    hosts = tuple(sorted(settings.host_map.items()))
    return _keeper_of(run_id, settings.building, settings.archive, hosts, settings.agent)


@lru_cache(maxsize=1)
def _keeper_of(
    run_id: str, building: Path, archive: Path, hosts: tuple[tuple[str, str], ...], agent: str
) -> keep.Keeper:
    """Who asks for a run: one door, so that its pace and the hosts that rest outlive a window, and what is known."""
    with writer(building) as connection:
        migrate(connection)
        known = Known.of(pending.seen_of_feeds(connection, FEEDS), pending.first_proved(connection))
    return keep.Keeper(Archive(archive), Door(host_map=dict(hosts), agent=agent), run_id, known)
