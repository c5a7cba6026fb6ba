"""`hisAnnouncement/query` of cninfo 巨潮资讯, whichever tab is asked: its request, envelope and rows.

Caveats: fields sent as query string are ignored, so the whole market comes [2+]; past the last page page 1
comes again [1]; `totalpages` and `hasMore` lie, `totalAnnouncement` counts [2+]; after-hours filings carry the
next day in their path [2+]; a stamp of midnight means that only the day is known. On a joint filing the first
code that fits is taken and all are noted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any

from extractors.listing import CHINA, Entry, Partition, Request, Window, exchange_of

ADDRESS = "https://www.cninfo.com.cn/new/hisAnnouncement/query"
FILES = "https://static.cninfo.com.cn/"
HEADERS = MappingProxyType(
    {
        "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
        "X-Requested-With": "XMLHttpRequest",
        "Referer": "http://www.cninfo.com.cn/new/commonUrl/pageOfSearch?url=disclosure/list/search",
    }
)
BOARDS = {"SZZB": "main", "SZMB": "main", "SZCY": "chinext", "SHZB": "main", "SHKCB": "star", "BJS": "bse"}
EXCHANGES = {"SZ": "SZSE", "SH": "SSE", "BJ": "BSE"}
_PATH_DAY = re.compile(r"finalpage/(\d{4}-\d{2}-\d{2})/")
_EMPTY = ("stock", "searchkey", "secid", "category", "trade", "sortName", "sortType")
PAGE_SIZE = 30


def request(partition: Partition, window: Window, page: int) -> Request:
    """The request for one page of a window."""
    asked = {"pageNum": str(page), "pageSize": str(PAGE_SIZE), "tabName": "relation", "isHLtitle": "false"}
    rest = {name: partition.fields.get(name, "") for name in _EMPTY}
    form = {**asked, **partition.fields, **rest, "seDate": f"{window.start}~{window.end}"}
    return Request(method="POST", address=ADDRESS, form=form, headers=HEADERS)


def envelope(content: bytes) -> tuple[int, tuple[Mapping[str, Any], ...]]:
    """The total and the rows of an answer of `hisAnnouncement/query`, whichever tab was asked."""
    body = json.loads(content)
    return int(body["totalAnnouncement"]), tuple(body["announcements"] or ())


def joint(rows: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """A note for each row that several securities share."""
    return tuple(f"joint filing: {row['secCode']}" for row in rows if "," in row["secCode"])


def entry(source: str, row: Mapping[str, Any], fetched_at: datetime, partition: Partition) -> Entry:
    """One row of an answer, as a sighting of this source or of another over the same ids."""
    stamp = datetime.fromtimestamp(int(row["announcementTime"]) / 1000, CHINA)
    path, board, key = row["adjunctUrl"] or "", row["pageColumn"] or "", str(int(row["announcementId"]))
    codes = [code.strip() for code in row["secCode"].split(",")]
    code = next((one for one in codes if exchange_of(one) == partition.exchange), codes[0])
    if not code.isdigit():
        raise ValueError(f"secCode {code!r}")
    return Entry(
        source=source, source_key=key, partition=partition.listed_as, fetched_at=fetched_at,
        security_code=code, security_name=row["secName"], org_id=row["orgId"], title=row["announcementTitle"],
        exchange=EXCHANGES.get(board[:2]) if len(codes) == 1 else None, board=BOARDS.get(board),
        address=FILES + path if path else None, disclosed_on=day_of(path) or stamp.date(),
        disclosed_at=stamp if stamp.time() != time(0) else None, announcement_id=f"cninfo-{key}",
    )  # fmt: skip


def day_of(path: str) -> date | None:
    """The nominal day of disclosure that a file's path carries.

    >>> day_of("finalpage/2026-03-06/1224999104.PDF")
    datetime.date(2026, 3, 6)
    """
    named = _PATH_DAY.search(path)
    return date.fromisoformat(named.group(1)) if named else None
