"""What runs before this one saw of feeds, which give no total: how far down a walk must read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from extractors.feed import to_known
from extractors.walk import IsDeep

Seen = tuple[str, str, str, date]  # source, partition, key, day


@dataclass(frozen=True, slots=True)
class Known:
    """The rows of feeds that earlier runs brought."""

    seen: tuple[Seen, ...] = ()

    @classmethod
    def of(cls, rows: Iterable[Seen]) -> Known:
        """What these rows tell."""
        return cls(tuple(rows))

    def depth(self, source: str, partition: str) -> IsDeep | None:
        """Whether a page reaches what is known; None where nothing is: the first day that is asked for decides."""
        days = {key: day for name, part, key, day in self.seen if (name, part) == (source, partition)}
        return to_known(days.__contains__, min(days.values())) if days else None
