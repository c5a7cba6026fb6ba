"""cninfo 巨潮资讯, full text (公告): records that are ordinary announcements, by keyword, of Beijing and Shanghai.

Caveats: those of `hisannouncement`; Beijing's records carry class 012329 in all 30 that were recorded [1], Shanghai's
carry no class of their own, so that the title decides; the keyword is cut into words and matched loosely [2+], so
that rows which tell of no meeting are counted and left; one row may come in several partitions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from extractors.facts import fields_of
from extractors.listing import ListingPage, Other, Partition, Source, contract
from extractors.sources.hisannouncement import PAGE_SIZE, entry, envelope, joint, request
from extractors.titles import plain_title, tells_of_meeting

_RECORD_CLASS = "012329"
_WORDS = re.compile(r"投资|关系|活动|调研|说明|召开|情况")  # of the keywords below
_ASKED = (  # partition, plate, keyword
    ("bj", "bj", "投资者关系活动"),
    ("sse_activity", "sh", "投资者关系活动"),
    ("sse_survey", "sh", "调研"),
    ("sse_briefing", "sh", "说明会召开情况"),
)
_COLUMNS = {"bj": ("bj", "BSE"), "sh": ("sse", "SSE")}


def parse(content: bytes, fetched_at: datetime, partition: Partition) -> ListingPage:
    """One page; raises ContractBroken where it is no JSON of the contract."""
    with contract("cninfo_fulltext"):
        total, rows = envelope(content)
        listed = [(entry("cninfo_fulltext", row, fetched_at, partition).row, row) for row in rows]
        records = tuple(one for one, row in listed if _is_record(row))
        others = tuple(
            Other(key=one.sighting.source_key, day=one.announcement.disclosed_on)
            for one, row in listed
            if not _is_record(row)
        )
        beside = tuple(one.sighting.title for one, _ in listed if not _WORDS.search(one.sighting.title))
        return ListingPage(
            total=total, rows=records, notes=joint(rows), others=others, strangers=beside,
            facts=fields_of("cninfo_fulltext", rows, fetched_at),
        )  # fmt: skip


def _is_record(row: Mapping[str, Any]) -> bool:
    return _RECORD_CLASS in (row["announcementType"] or "") or tells_of_meeting(plain_title(row["announcementTitle"]))


SOURCE = Source(
    name="cninfo_fulltext",
    name_zh="巨潮资讯公告",
    partitions=tuple(
        Partition(
            name=name,
            fields={"tabName": "fulltext", "column": _COLUMNS[plate][0], "plate": plate, "searchkey": key},
            exchange=_COLUMNS[plate][1],
        )
        for name, plate, key in _ASKED
    ),
    page_size=PAGE_SIZE,
    page_limit=90,
    request=request,
    parse=parse,
)
