"""cninfo 巨潮资讯: the relation tab (调研) of `hisAnnouncement/query`.

Caveats: fields sent as query string are ignored, so the whole market comes; past the last page page 1
comes again; `totalpages` and `hasMore` lie, `totalAnnouncement` counts; after-hours filings carry the
next day in their path; a stamp of midnight means that only the day is known. On a joint filing the
first code is taken and the others are noted.
"""

from __future__ import annotations

import json
import re
from datetime import date, datetime, time, timedelta, timezone
from types import MappingProxyType

from extractors.errors import ContractBroken
from extractors.listing import ListedRow, ListingPage, Partition, Request, Source, Window, kind_of, plain_title
from extractors.records import Announcement, Sighting

ADDRESS = "https://www.cninfo.com.cn/new/hisAnnouncement/query"
FILES = "https://static.cninfo.com.cn/"
HEADERS = MappingProxyType({
    "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
    "X-Requested-With": "XMLHttpRequest",
    "Referer": "http://www.cninfo.com.cn/new/commonUrl/pageOfSearch?url=disclosure/list/search",
})
CHINA = timezone(timedelta(hours=8))
_BOARDS = {"SZZB": "main", "SZMB": "main", "SZCY": "chinext", "SHZB": "main", "SHKCB": "star", "BJS": "bse"}
_EXCHANGES = {"SZ": "SZSE", "SH": "SSE", "BJ": "BSE"}
_FIELDS = ("secCode", "secName", "orgId", "announcementId", "announcementTitle", "announcementTime", "adjunctUrl", "pageColumn")
_PATH_DAY = re.compile(r"finalpage/(\d{4}-\d{2}-\d{2})/")
_PAGE_SIZE = 30


def request(partition: Partition, window: Window, page: int) -> Request:
    """The request for one page of a window."""
    fixed = dict.fromkeys(("stock", "searchkey", "secid", "category", "trade", "sortName", "sortType"), "")
    asked = {"pageNum": str(page), "pageSize": str(_PAGE_SIZE), "tabName": "relation", "isHLtitle": "false"}
    form = {**asked, **partition.fields, **fixed, "seDate": f"{window.start}~{window.end}"}
    return Request(method="POST", address=ADDRESS, form=form, headers=HEADERS)


def parse(content: bytes, fetched_at: datetime, partition: Partition) -> ListingPage:
    """One page; raises ContractBroken where it is no JSON of the contract."""
    try:
        body = json.loads(content)
        total, rows = body["totalAnnouncement"], body["announcements"]
    except (ValueError, KeyError, TypeError) as error:
        raise ContractBroken(source="cninfo", missing="JSON with totalAnnouncement and announcements") from error
    notes = tuple(f"joint filing: {row['secCode']}" for row in rows or () if "," in str(row.get("secCode")))
    return ListingPage(total=int(total), rows=tuple(_row(row, fetched_at, partition) for row in rows or ()), notes=notes)


def _row(row: dict[str, object], fetched_at: datetime, partition: Partition) -> ListedRow:
    missing = [name for name in _FIELDS if name not in row]
    if missing:
        raise ContractBroken(source="cninfo", missing=f"field {', '.join(missing)}")
    stamp = datetime.fromtimestamp(int(str(row["announcementTime"])) / 1000, CHINA)
    path = str(row["adjunctUrl"] or "")
    named = _PATH_DAY.search(path)
    day = date.fromisoformat(named.group(1)) if named else stamp.date()
    at = stamp if stamp.time() != time(0) else None
    code, board = str(row["secCode"]).split(",")[0].strip(), str(row["pageColumn"] or "")
    exchange = _EXCHANGES.get(board[:2]) or {"6": "SSE", "9": "BSE", "4": "BSE", "8": "BSE"}.get(code[:1], "SZSE")
    key, title = str(row["announcementId"]), plain_title(str(row["announcementTitle"]))
    known = {"announcement_id": f"cninfo-{key}", "security_code": code, "exchange": exchange, "title": title}
    end = datetime.combine(day, time.max, CHINA)
    announcement = Announcement(  # type: ignore[arg-type]
        **known, kind=kind_of(title), disclosed_on=day, disclosed_at=at, available_at=at or end, first_seen_at=fetched_at
    )
    sighting = Sighting(  # type: ignore[arg-type]
        **known, source="cninfo", source_key=key, partition=partition.name, address=FILES + path if path else None,
        security_name=_squeezed(row["secName"]), org_id=_squeezed(row["orgId"]), board=_BOARDS.get(board),
        first_seen_at=fetched_at, last_seen_at=fetched_at,
    )  # fmt: skip
    return ListedRow(announcement=announcement, sighting=sighting)


def _squeezed(value: object) -> str | None:
    return "".join(plain_title(str(value)).split()) or None if value else None


SOURCE = Source(
    name="cninfo",
    name_zh="巨潮资讯",
    partitions=(
        Partition(name="szse", fields={"column": "szse", "plate": ""}),
        Partition(name="sse", fields={"column": "sse", "plate": "sh"}),
        Partition(name="bj", fields={"column": "bj", "plate": "bj"}),
    ),
    page_size=_PAGE_SIZE,
    page_limit=90,
    request=request,
    parse=parse,
)
