"""cninfo 巨潮资讯: the relation tab (调研) of `hisAnnouncement/query`.

Caveats: those of `hisannouncement`; whether the tab has Shanghai and Beijing at all is disputed [X]: 281 of 281
recorded rows are of Shenzhen. Classes of rows begin with 0120 in what was recorded, but not in every capture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from extractors.facts import fields_of
from extractors.listing import ListingPage, Partition, Source, contract
from extractors.sources.hisannouncement import FILES, HEADERS, PAGE_SIZE, entry, envelope, joint, request

__all__ = ["FILES", "HEADERS", "SOURCE", "parse", "request"]

_TAB = re.compile(r"投资者|调研|说明会|路演|采访|参观|接待|来访|交流|活动|记录|纪要|会议|媒体|分析师")
_CLASSES = re.compile(r"(?:^|\|\|)(?:0120|0122|012329|2512|3520)")


def parse(content: bytes, fetched_at: datetime, partition: Partition) -> ListingPage:
    """One page; raises ContractBroken where it is no JSON of the contract."""
    with contract("cninfo"):
        total, rows = envelope(content)
        listed = tuple(entry("cninfo", row, fetched_at, partition).row for row in rows)
        beside = tuple(str(row["announcementTitle"]) for row in rows if not _is_of_tab(row))
        fields = fields_of("cninfo", rows, fetched_at)
        return ListingPage(total=total, rows=listed, notes=joint(rows), strangers=beside, facts=fields)


def _is_of_tab(row: Mapping[str, Any]) -> bool:
    return bool(_CLASSES.search(row["announcementType"] or "") or _TAB.search(row["announcementTitle"]))


SOURCE = Source(
    name="cninfo",
    name_zh="巨潮资讯",
    partitions=(
        Partition(name="szse", fields={"column": "szse", "plate": ""}),
        Partition(name="sse", fields={"column": "sse", "plate": "sh"}, exchange="SSE"),
        Partition(name="bj", fields={"column": "bj", "plate": "bj"}, exchange="BSE"),
    ),
    page_size=PAGE_SIZE,
    page_limit=90,
    request=request,
    parse=parse,
)
