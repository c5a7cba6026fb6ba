"""Listings: what is asked of a source, and what one page of its answer says."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import Final

from extractors.errors import ContractBroken
from extractors.records import Announcement, Sighting
from extractors.titles import kind_of, plain_title, squeezed, words_of

CHINA: Final = timezone(timedelta(hours=8))  # the exchanges' clock, without summer time since 1992
_BOARDS: Final = (("30", "chinext"), ("68", "star"), ("900", "main"), ("9", "bse"), ("8", "bse"), ("4", "bse"))
_EXCHANGES: Final = (("900", "SSE"), ("6", "SSE"), ("9", "BSE"), ("8", "BSE"), ("4", "BSE"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Nominal days of disclosure, both ends included."""

    start: date
    end: date

    @property
    def days(self) -> tuple[date, ...]:
        """All days, in order."""
        return tuple(self.start + timedelta(days=i) for i in range((self.end - self.start).days + 1))

    def halves(self) -> tuple[Window, Window]:
        """The window as two that follow each other."""
        middle = self.start + (self.end - self.start) // 2
        return Window(start=self.start, end=middle), Window(start=middle + timedelta(days=1), end=self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Partition:
    """A part of a source that is asked for by itself, with the fields that name it, and what its rows must be."""

    name: str
    fields: Mapping[str, str]
    exchange: str | None = None  # that every row must be of, where the request names one
    security_code: str | None = None  # likewise
    is_whole: bool = False  # a feed whose end is its first post, not a limit of what is shown
    part_of: str | None = None  # the partition of which this is one company's part: such a walk proves no day of it

    @property
    def listed_as(self) -> str:
        """The partition that its rows are sightings of."""
        return self.part_of or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request; `form` is sent as the body of a POST, a field of several values once for each."""

    method: str
    address: str
    form: Mapping[str, str | tuple[str, ...]] | None
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One answer, as it came."""

    status: int
    headers: Mapping[str, str]
    final_address: str
    content: bytes
    fetched_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRow:
    """One row of a listing: the announcement and its sighting."""

    announcement: Announcement
    sighting: Sighting


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of a listing as its source prints it; tags, entities and blanks are removed in `row`."""

    source: str
    source_key: str
    partition: str
    security_code: str
    exchange: str | None  # None where the source does not say: then the code tells
    title: str
    disclosed_on: date
    disclosed_at: datetime | None
    address: str | None
    security_name: str | None
    org_id: str | None
    board: str | None
    fetched_at: datetime
    announcement_id: str | None = None  # where it is not the source's name and key
    announced_as: str | None = None  # the announcement's title, where the sighting's is another

    @property
    def row(self) -> ListedRow:
        """The announcement, known from the end of its day where no instant is given, and its sighting."""
        title, announced_as = plain_title(self.title), plain_title(self.announced_as or self.title)
        exchange = self.exchange or exchange_of(self.security_code)
        announcement_id = self.announcement_id or f"{self.source}-{self.source_key}"
        if exchange == "BSE":  # two lists with keys of their own
            words = hashlib.sha256(words_of(announced_as).encode()).hexdigest()[:8]
            announcement_id = f"bj-{self.security_code}-{self.disclosed_on:%Y%m%d}-{words}"
        announcement = Announcement(
            announcement_id=announcement_id,
            security_code=self.security_code,
            exchange=exchange,
            title=announced_as,
            kind=kind_of(announced_as),
            disclosed_on=self.disclosed_on,
            disclosed_at=self.disclosed_at,
            available_at=self.disclosed_at or end_of(self.disclosed_on),
            first_seen_at=self.fetched_at,
        )
        sighting = Sighting(
            source=self.source,
            source_key=self.source_key,
            partition=self.partition,
            announcement_id=announcement_id,
            title=title,
            address=self.address,
            security_code=self.security_code,
            security_name=squeezed(self.security_name),
            exchange=exchange,
            org_id=squeezed(self.org_id),
            board=self.board,
            first_seen_at=self.fetched_at,
            last_seen_at=self.fetched_at,
        )
        return ListedRow(announcement=announcement, sighting=sighting)


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A row that is listed and counted, but announces no record."""

    key: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingPage:
    """What one page says: the source's own total, its rows, and what a reader should know of them."""

    total: int | None  # None: the source is a feed, which gives none
    rows: tuple[ListedRow, ...]
    notes: tuple[str, ...] = ()
    others: tuple[Other, ...] = ()
    strangers: tuple[str, ...] = ()  # titles that no row of the tab, or with the keyword, can have
    facts: tuple[object, ...] = ()  # records of sources that announce nothing
    groups: tuple[str, ...] | None = None  # what the total counts, where it counts other than rows

    @property
    def days(self) -> tuple[tuple[str, date], ...]:
        """Key and day of everything that is listed."""
        rows = ((row.sighting.source_key, row.announcement.disclosed_on) for row in self.rows)
        return (*rows, *((other.key, other.day) for other in self.others))


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source of listings: data and two pure functions."""

    name: str
    name_zh: str
    partitions: tuple[Partition, ...]
    page_size: int
    page_limit: int  # pages that one query may have; more are split
    is_feed: bool = False  # newest first, without a total or a window of its own
    most_days: int | None = None  # days that one query may ask for
    request: Callable[[Partition, Window, int], Request]
    parse: Callable[[bytes, datetime, Partition], ListingPage]


@contextmanager
def contract(source: str) -> Iterator[None]:
    """Raises ContractBroken for what a missing field or a value of another type raises inside."""
    try:
        yield
    except KeyError as error:
        raise ContractBroken(source=source, missing=f"field {error.args[0]}") from error
    except (ValueError, TypeError, IndexError, AttributeError, OverflowError, RecursionError) as error:
        raise ContractBroken(source=source, missing=f"content of the promised shape ({str(error)[:200]})") from error


def end_of(day: date) -> datetime:
    """The last instant of a day in China."""
    return datetime.combine(day, time.max, CHINA)


def exchange_of(code: str) -> str:
    """SZSE, SSE or BSE, by the leading digits of a security's code.

    >>> exchange_of("300418"), exchange_of("688525"), exchange_of("920000"), exchange_of("900901")
    ('SZSE', 'SSE', 'BSE', 'SSE')
    """
    return next((exchange for digits, exchange in _EXCHANGES if code.startswith(digits)), "SZSE")


def board_of(code: str) -> str:
    """The board of a security by the leading digits of its code: main, chinext, star or bse.

    >>> board_of("301270"), board_of("688525"), board_of("830799"), board_of("000333"), board_of("900901")
    ('chinext', 'star', 'bse', 'main', 'main')
    """
    return next((board for digits, board in _BOARDS if code.startswith(digits)), "main")
