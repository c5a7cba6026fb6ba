"""Facts: records of sources that announce nothing, to hold listings against and to know companies by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSecurity:
    """One security of an issuer under one short name, as a list of codes has it."""

    security_code: str  # six digits
    exchange: str  # SZSE, SSE or BSE
    security_name: str  # 证券简称, blanks removed
    current_code: str  # the issuer's code of today: 920xxx for Beijing's old ones, else the same
    board: str  # main, chinext, star or bse
    org_id: str  # the issuer's id at cninfo
    category: str  # as printed: A股, B股, CDR
    first_seen_at: datetime
    last_seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """One activity, or one institution at it, as a vendor counts it."""

    survey_id: str  # SHA-256 of all that the vendor's row says
    security_code: str
    exchange: str
    notice_on: date  # the vendor's day of disclosure
    start_on: date  # first day of the activity
    end_on: date | None
    time_printed: str | None
    way: str | None  # 接待方式 as the vendor names it
    file_key: str | None  # of the vendor's copy of the file
    institution: str | None  # None for the activity as a whole
    visitor: str | None
    institution_count: int | None  # of the activity, where the vendor says it
    first_seen_at: datetime
    last_seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedCompany:
    """One company of 上证e互动, with its number there."""

    security_code: str
    uid: str  # by which its own feed is asked for
    security_name: str
    first_seen_at: datetime
    last_seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedField:
    """One field that rows of a source have, whether it is read or not."""

    source: str
    field: str
    first_seen_at: datetime
    last_seen_at: datetime


def fields_of(source: str, rows: Iterable[Mapping[str, object]], seen_at: datetime) -> tuple[ListedField, ...]:
    """The fields of a page's rows, each once, by name."""
    names = sorted({name for row in rows for name in row})
    return tuple(ListedField(source=source, field=name, first_seen_at=seen_at, last_seen_at=seen_at) for name in names)
