"""One window of one partition while it is walked: its pages, checked against what was asked, and what they gave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from extractors.errors import FilterIgnored
from extractors.listing import ListedRow, ListingPage, Partition, Request, Response, Source, Window

Fetch = Callable[[Request, int], Response]

TRIES = 3  # of a page that should hold rows
WALKS = 3  # of a listing that changes meanwhile
_SLACK = timedelta(days=1)  # after-hours filings carry the next day


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked, how to get its pages, and what they gave so far."""

    source: Source
    partition: Partition
    window: Window
    fetch: Fetch
    rows: dict[str, ListedRow] = field(default_factory=dict)
    others: dict[str, date] = field(default_factory=dict)
    counted: set[str] = field(default_factory=set)  # what the source's total counts
    facts: dict[object, None] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)
    at: list[datetime] = field(default_factory=list)  # instants of the answers

    @property
    def days(self) -> list[date]:
        """The day of every unique row; a feed's post is one, though it has several files."""
        found = ((key, row.announcement) for key, row in self.rows.items())
        days = {one.announcement_id if self.source.is_feed else key: one.disclosed_on for key, one in found}
        return [*days.values(), *self.others.values()]

    def page(self, number: int) -> ListingPage:
        """One page, its rows checked against what was asked; raises FilterIgnored."""
        response = self.fetch(self.source.request(self.partition, self.window, number), number)
        self.at.append(response.fetched_at)
        page = self.source.parse(response.content, response.fetched_at, self.partition)
        self._check_days(page)
        self._check_rows(page)
        return page

    def page_with_rows(self, number: int) -> ListingPage:
        """One page, asked again while it is empty; it may stay so."""
        page = self.page(number)
        for _ in range(TRIES - 1):
            if page.days:
                break
            page = self.page(number)
        return page

    def begin(self) -> None:
        """Forget the rows of a walk before."""
        for found in (self.rows, self.others, self.counted, self.facts):
            found.clear()

    def take(self, page: ListingPage) -> bool:
        """Add a page's rows; returns whether any is new."""
        before = len(self.rows) + len(self.others)
        for row in page.rows:
            self.rows.setdefault(row.sighting.source_key, row)
        self.others.update((other.key, other.day) for other in page.others)
        self.counted.update(page.groups if page.groups is not None else (key for key, _ in page.days))
        self.facts.update(dict.fromkeys(page.facts))
        self.notes.update(dict.fromkeys(page.notes))
        return len(self.rows) + len(self.others) > before

    def _check_days(self, page: ListingPage) -> None:
        """A feed has no window; else rows lie in it, or a day beside it."""
        first, last = self.window.start - _SLACK, self.window.end + _SLACK
        for _, day in page.days:
            if not self.source.is_feed and not first <= day <= last:
                raise self._ignored(f"{self.window.start}~{self.window.end}", f"a row of {day}")

    def _check_rows(self, page: ListingPage) -> None:
        """Rows are of the exchange and the security that were asked for; most are of the tab or keyword."""
        asked = self.partition
        for found in (row.announcement for row in page.rows):
            if asked.exchange and found.exchange != asked.exchange:
                raise self._ignored(asked.exchange, f"a row of {found.exchange} ({found.security_code})")
            if asked.security_code and found.security_code != asked.security_code:
                raise self._ignored(asked.security_code, f"a row of {found.security_code}")
        if len(page.strangers) * 2 > len(page.days):
            raise self._ignored(f"partition {asked.name}", f"rows such as {page.strangers[0]!r}")

    def _ignored(self, asked: str, got: str) -> FilterIgnored:
        return FilterIgnored(source=self.source.name, asked=asked, got=got)
