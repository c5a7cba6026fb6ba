"""Steps by another clock: answers come at the instants that it gives, and runs are named by them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from extractors.fetch import Door, Limits
from extractors.listing import Window
from extractors.sources import ALL
from flows import asking, keep, listing
from flows.known import Known
from flows.run import PLAIN, Steps
from flows.settings import Settings
from warehouse import pending
from warehouse.archive import Archive
from warehouse.connection import writer


def clocked(answered: Callable[[], datetime], started: Callable[[], datetime]) -> Steps:
    """The plain steps; answers at the one clock's instants, runs named by the other's."""

    def keeper(settings: Settings, run_id: str) -> keep.Keeper:
        with writer(settings.building) as connection:
            known = Known.of(pending.seen_of_feeds(connection, asking.FEEDS), pending.first_proved(connection))
        limits = Limits(back_off=0.0)
        door = Door(host_map=settings.host_map, limits=limits, sleep=lambda _: None, now=answered)
        return keep.Keeper(Archive(settings.archive), door, run_id, known)

    def list_days(settings: Settings, run_id: str, name: str, start: date, end: date) -> tuple[int, tuple[str, ...]]:
        window = Window(start=start, end=end)
        return asking.counted(listing.list_window(keeper(settings, run_id), ALL[name], ALL[name].partitions, window))

    def list_news(settings: Settings, run_id: str, name: str, start: date, end: date) -> tuple[int, tuple[str, ...]]:
        window = Window(start=start, end=end)
        held = asking.held(settings, ALL[name], window)
        return asking.counted(listing.list_news(keeper(settings, run_id), ALL[name], window, held))

    def fetch(settings: Settings, run_id: str, total: int) -> tuple[int, tuple[str, ...]]:
        done = list(keep.fetch_files(keeper(settings, run_id), asking.unfetched(settings)))
        return done.count(None), tuple(reason for reason in done if reason)

    return replace(PLAIN, list_days=list_days, list_news=list_news, fetch=fetch, now=started)
