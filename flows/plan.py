"""What a backfill lists: every day that is not proved, newest first, a month at a time, and what that costs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from extractors.sources import SOURCES

FEED_DAYS = 30  # how far back the common feed of e互动 shows posts
_PACE = 1.15  # seconds between questions to one host, with jitter; files and listings are asked in turn
_ROWS = {
    "cninfo": 45.0,
    "cninfo_fulltext": 60.0,
    "irm": 45.0,
    "sse": 10.0,
    "bse": 3.0,
}  # a weekday, as recorded in 2026
_FILES = {"cninfo": 45.0, "cninfo_fulltext": 3.0, "sse": 10.0, "bse": 3.0}
_WEEKDAYS = 5
_COMPANIES = 2_400  # of e互动; two pages each at least


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days of a source that one walk of each of its partitions lists."""

    source: str
    start: date
    end: date
    is_by_company: bool = False

    @property
    def month(self) -> date:
        """First day of the month of its last day."""
        return self.end.replace(day=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a source's spans cost at the polite pace."""

    source: str
    days: int
    requests: int
    files: int

    @property
    def hours(self) -> float:
        """Hours of asking."""
        return (self.requests + self.files) * _PACE / 3600


def spans(names: Collection[str], start: date, end: date, proved: Mapping[str, Collection[date]]) -> tuple[Span, ...]:
    """The days from the last to the first that are not proved, a month at a time; in a month source by source.

    A feed is asked whole: its last 30 days from the common one, what is older company by company, last of all.
    """
    days = [end - timedelta(days=i) for i in range((end - start).days + 1)]
    found = [
        Span(source=name, start=day, end=day)
        for name in names
        if not SOURCES[name].is_feed
        for day in days
        if day not in proved.get(name, ())
    ]
    feeds = [span for name in names if SOURCES[name].is_feed for span in _feed(name, days, proved.get(name, ()))]
    return tuple(
        sorted((*found, *feeds), key=lambda span: (span.is_by_company, -span.month.toordinal()))  # the order else stays
    )


def months(planned: Collection[Span]) -> Iterator[tuple[Span, ...]]:
    """The spans in groups that are listed, fetched, read and published together."""
    return (tuple(group) for _, group in groupby(planned, key=lambda span: (span.is_by_company, span.month)))


def costs(planned: Collection[Span]) -> tuple[Cost, ...]:
    """Estimates by source: a request for each partition and day, and for each further page; and the files."""
    done = []
    for name in dict.fromkeys(span.source for span in planned):
        own = [span for span in planned if span.source == name]
        days = [span.start + timedelta(days=i) for span in own for i in range((span.end - span.start).days + 1)]
        weekdays = sum(day.weekday() < _WEEKDAYS for day in days)
        source = SOURCES[name]
        pages = int(weekdays * _ROWS[name] / source.page_size)
        first = 2 * _COMPANIES * sum(span.is_by_company for span in own) if source.is_feed else 0
        asked = first or len(own) * len(source.partitions)
        done.append(
            Cost(source=name, days=len(days), requests=asked + pages, files=int(weekdays * _FILES.get(name, 0)))
        )
    return tuple(done)


def _feed(name: str, days: list[date], proved: Collection[date]) -> Iterator[Span]:
    edge = days[0] - timedelta(days=FEED_DAYS)
    for part, is_by_company in (([d for d in days if d > edge], False), ([d for d in days if d <= edge], True)):
        missing = [day for day in part if day not in proved]
        if missing:
            yield Span(source=name, start=min(missing), end=max(missing), is_by_company=is_by_company)
