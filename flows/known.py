"""What runs before this one saw of feeds, which give no total: how far down a walk must read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from extractors.feed import to_known
from extractors.listing import Window
from extractors.walk import IsDeep

Feed = tuple[str, str]  # source and partition


@dataclass(frozen=True, slots=True)
class Known:
    """By feed: the keys that earlier runs brought, and the first day that they proved."""

    keys: Mapping[Feed, frozenset[str]]
    proved_from: Mapping[Feed, date]

    @classmethod
    def of(cls, seen: Iterable[tuple[str, str, str]], proved: Iterable[tuple[str, str, date]]) -> Known:
        """What these sightings (source, partition, key) and first proved days tell."""
        keys: dict[Feed, set[str]] = {}
        for source, partition, key in seen:
            keys.setdefault((source, partition), set()).add(key)
        days = {(source, partition): day for source, partition, day in proved}
        return cls({feed: frozenset(found) for feed, found in keys.items()}, days)

    def depth(self, source: str, partition: str) -> IsDeep | None:
        """Whether a page reaches what is known; None where no day is proved: then the first day asked for decides."""
        feed = source, partition
        if feed not in self.proved_from:
            return None
        return to_known(self.keys.get(feed, frozenset()).__contains__, self.proved_from[feed])


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What walks before hold of a partition: rows by day, the days walked after they were over, the keys."""

    listed: Mapping[date, int]
    over: frozenset[date]
    keys: frozenset[str]

    def rest(self, window: Window) -> Window:
        """The window from its first day that was not walked after it was over; the last day is always of it."""
        first = next((day for day in window.days if day not in self.over), window.end)
        return Window(start=first, end=window.end)

    def count(self, window: Window) -> int:
        """Rows of the window's days."""
        return sum(self.listed.get(day, 0) for day in window.days)
