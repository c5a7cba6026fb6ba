"""互动易 (irm.cninfo.com.cn): its stream of investor-relations activities, the second list for Shenzhen.

Caveats: fields stand in the query string of a POST with an empty body [2+], the page is `pageNo`: `pageNum` gives
page 1 for ever [1]; past the end it goes round [1]; a backfill ended at exactly 3,000 rows, so that no query may have
100 pages [1]; ids, times and files are cninfo's [1]. Stamps are text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, time
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from extractors.facts import fields_of
from extractors.listing import CHINA, Entry, ListingPage, Partition, Request, Source, Window, board_of, contract
from extractors.sources.hisannouncement import FILES, day_of

ADDRESS = "https://irm.cninfo.com.cn/newircs/index/search"
HEADERS = MappingProxyType(
    {"Referer": "https://irm.cninfo.com.cn/views/interactiveSearch", "X-Requested-With": "XMLHttpRequest"}
)
_ACTIVITY = 4  # contentType and searchTypes of 投资者关系活动
_PAGE_SIZE = 30


def request(partition: Partition, window: Window, page: int) -> Request:
    """The request for one page of a window."""
    asked = {
        "pageNo": str(page),
        "pageSize": str(_PAGE_SIZE),
        "searchTypes": str(_ACTIVITY),
        "onlyAttentionCompany": "2",
    }
    days = {"startDate": f"{window.start} 00:00:00", "endDate": f"{window.end} 23:59:59"}
    query = urlencode({**asked, "stockCodes": "", "keywords": "", **partition.fields, **days})
    return Request(method="POST", address=f"{ADDRESS}?{query}", form=None, headers=HEADERS)


def parse(content: bytes, fetched_at: datetime, partition: Partition) -> ListingPage:
    """One page; raises ContractBroken where it is no JSON of the contract."""
    with contract("irm"):
        body = json.loads(content)
        rows = body["results"] or ()
        beside = tuple(str(row["mainContent"]) for row in rows if int(row["contentType"]) != _ACTIVITY)
        listed = tuple(_entry(row, fetched_at, partition).row for row in rows)
        fields = fields_of("irm", rows, fetched_at)
        return ListingPage(total=int(body["totalRecord"]), rows=listed, strangers=beside, facts=fields)


def _entry(row: Mapping[str, Any], fetched_at: datetime, partition: Partition) -> Entry:
    stamp = datetime.fromtimestamp(int(row["pubDate"]) / 1000, CHINA)
    path, key, code = row["attachmentUrl"] or "", str(int(row["indexId"])), row["stockCode"]
    if not code.isdigit():
        raise ValueError(f"stockCode {code!r}")
    return Entry(
        source="irm", source_key=key, partition=partition.listed_as, fetched_at=fetched_at,
        security_code=code, security_name=row["companyShortName"], org_id=row["secid"], title=row["mainContent"],
        exchange=None, board=board_of(code), address=FILES + path if path else None,
        disclosed_on=day_of(path) or stamp.date(), disclosed_at=stamp if stamp.time() != time(0) else None,
        announcement_id=f"cninfo-{key}",
    )  # fmt: skip


SOURCE = Source(
    name="irm",
    name_zh="互动易",
    partitions=(Partition(name="szse", fields={}),),
    page_size=_PAGE_SIZE,
    page_limit=90,
    request=request,
    parse=parse,
)
