"""Listings: what is asked of a source, and what one page of its answer says."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import Final

from extractors.errors import ContractBroken
from extractors.records import Announcement, Sighting

CHINA: Final = timezone(timedelta(hours=8))  # the exchanges' clock, without summer time since 1992
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
    """A part of a source that is asked for by itself, with the fields that name it."""

    name: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request; `form` is sent as the body of a POST."""

    method: str
    address: str
    form: Mapping[str, str] | None
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

    @property
    def row(self) -> ListedRow:
        """The announcement, known from the end of its day where no instant is given, and its sighting."""
        announcement_id, title = f"{self.source}-{self.source_key}", plain_title(self.title)
        exchange = self.exchange or exchange_of(self.security_code)
        announcement = Announcement(
            announcement_id=announcement_id,
            security_code=self.security_code,
            exchange=exchange,
            title=title,
            kind=kind_of(title),
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
class ListingPage:
    """What one page says: the source's own total, its rows, and what a reader should know of them."""

    total: int
    rows: tuple[ListedRow, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source of listings: data and two pure functions."""

    name: str
    name_zh: str
    partitions: tuple[Partition, ...]
    page_size: int
    page_limit: int  # pages that one query may have; more are split
    request: Callable[[Partition, Window, int], Request]
    parse: Callable[[bytes, datetime, Partition], ListingPage]


_TAGS = re.compile(r"<[^>]{1,40}>")
_KINDS = (
    ("policy", re.compile(r"制度|办法|工作细则|管理规定|实施细则")),
    ("annex", re.compile(r"附件之|附件[：:]|演示文稿|演示材料|^附件")),
    ("correction", re.compile(r"更正|补充|修订")),
    (
        "notice",  # what announces a meeting; what tells of one (记录, 纪要, 召开情况) is a record whatever it was about
        re.compile(
            r"^(?!.*(?:记录|纪要|情况的|(?:召开|举行|说明会)情况))"
            r".*(?:通知|预告|提示性|关于(?:举行|召开|举办|参加).*(?:公告|说明会$)|活动计划|征集问题)"
        ),
    ),
)


@contextmanager
def contract(source: str) -> Iterator[None]:
    """Raises ContractBroken for what a missing field or a value of another type raises inside."""
    try:
        yield
    except KeyError as error:
        raise ContractBroken(source=source, missing=f"field {error.args[0]}") from error
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
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


def squeezed(text: str | None) -> str | None:
    """A short name or an id without tags, entities and blanks; None where nothing is left.

    >>> squeezed("五 粮 液"), squeezed(" ")
    ('五粮液', None)
    """
    return "".join(plain_title(text or "").split()) or None


def plain_title(title: str) -> str:
    """A title without highlighting tags and entities."""
    return html.unescape(_TAGS.sub("", title)).strip()


def kind_of(title: str) -> str:
    """What an announcement is, by its title: policy, annex, correction, notice, else record.

    A title that no rule knows is taken for a record: the reader decides (contracts §1.4).

    >>> kind_of("2026年8月6日投资者关系活动记录表"), kind_of("投资者关系管理制度"), kind_of("调研活动附件之演示文稿")
    ('record', 'policy', 'annex')
    """
    return next((kind for kind, words in _KINDS if words.search(title)), "record")
