"""cninfo 巨潮资讯: the relation tab (调研) of `hisAnnouncement/query`.

Caveats: fields sent as query string are ignored, so the whole market comes; past the last page page 1
comes again; `totalpages` and `hasMore` lie, `totalAnnouncement` counts; after-hours filings carry the
next day in their path; a stamp of midnight means that only the day is known. On a joint filing the
first code is taken and the others are noted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any

from extractors.listing import CHINA, Entry, ListingPage, Partition, Request, Source, Window, contract

ADDRESS = "https://www.cninfo.com.cn/new/hisAnnouncement/query"
FILES = "https://static.cninfo.com.cn/"
HEADERS = MappingProxyType(
    {
        "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
        "X-Requested-With": "XMLHttpRequest",
        "Referer": "http://www.cninfo.com.cn/new/commonUrl/pageOfSearch?url=disclosure/list/search",
    }
)
_BOARDS = {"SZZB": "main", "SZMB": "main", "SZCY": "chinext", "SHZB": "main", "SHKCB": "star", "BJS": "bse"}
_EXCHANGES = {"SZ": "SZSE", "SH": "SSE", "BJ": "BSE"}
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
    with contract("cninfo"):
        body = json.loads(content)
        total, rows = int(body["totalAnnouncement"]), body["announcements"] or ()
        joint = tuple(f"joint filing: {row['secCode']}" for row in rows if "," in row["secCode"])
        return ListingPage(total=total, rows=tuple(_entry(row, fetched_at, partition).row for row in rows), notes=joint)


def _entry(row: Mapping[str, Any], fetched_at: datetime, partition: Partition) -> Entry:
    stamp = datetime.fromtimestamp(int(row["announcementTime"]) / 1000, CHINA)
    path, board, code = row["adjunctUrl"] or "", row["pageColumn"] or "", row["secCode"].split(",")[0].strip()
    if not code.isdigit():
        raise ValueError(f"secCode {code!r}")
    named = _PATH_DAY.search(path)
    return Entry(
        source="cninfo", source_key=str(int(row["announcementId"])), partition=partition.name, fetched_at=fetched_at,
        security_code=code, security_name=row["secName"], org_id=row["orgId"], title=row["announcementTitle"],
        exchange=_EXCHANGES.get(board[:2]), board=_BOARDS.get(board), address=FILES + path if path else None,
        disclosed_on=date.fromisoformat(named.group(1)) if named else stamp.date(),
        disclosed_at=stamp if stamp.time() != time(0) else None,
    )  # fmt: skip


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
