"""Facts: what sources say that announce nothing, to reconcile listings with and to know companies by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSecurity:
    """One security of an issuer, as a list of codes has it."""

    security_code: str
    current_code: str  # the issuer's code of today: 920xxx for Beijing's old ones, else the same
    exchange: str  # SZSE, SSE or BSE
    board: str  # main, chinext, star or bse
    security_name: str
    org_id: str
    category: str  # as printed: A股, B股, CDR


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """One activity, or one institution at it, as a vendor counts it."""

    security_code: str
    exchange: str
    notice_on: date
    start_on: date
    end_on: date | None
    time_printed: str | None
    way: str | None
    file_key: str | None  # of the vendor's copy of the file
    institution: str | None  # None for the activity as a whole
    visitor: str | None
    institution_count: int | None  # of the activity, where the vendor says it


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedCompany:
    """One company of 上证e互动, with its number there."""

    security_code: str
    uid: str
    security_name: str
