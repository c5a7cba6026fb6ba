"""Listings: what is asked of a source, and what one page of its answer says."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from extractors.records import Announcement, Sighting


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
    ("notice", re.compile(r"通知|预告|提示性|关于(?:举行|召开|举办|参加).*(?:公告|说明会$)|活动计划|征集问题")),
)


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
