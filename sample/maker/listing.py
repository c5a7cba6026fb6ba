"""cninfo's listing of the made files: rows, pages with their envelope, and which rows a walk sees."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

_PAGE = 30
_PARTITIONS = MappingProxyType({"SZ": "szse", "SH": "sse", "BJ": "bj"})
_CLASSES = MappingProxyType(
    {
        "SZ": ("012001", "01010415||01010419||160213||160217||251310||251314"),
        "SH": ("01010501||010113||012399", "250401||251302"),
        "BJ": ("01010501||010129||012329", "251302||251314||253301"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What the listing says of one file."""

    key: str
    listed: datetime
    title: str
    code: str
    name: str
    board: str
    org_id: str
    suffix: str
    byte_count: int
    path_day: date

    @property
    def path(self) -> str:
        """Where the file lies on the static host."""
        return f"finalpage/{self.path_day.isoformat()}/{self.key}.{self.suffix}"

    @property
    def partition(self) -> str:
        """The partition that lists it."""
        return _PARTITIONS[self.board[:2]]


def seen(rows: Sequence[Listed], partition: str, start: date, end: date, at: datetime) -> tuple[Listed, ...]:
    """The rows of a partition's window that were listed at an instant, newest first."""
    found = [row for row in rows if row.partition == partition and row.listed <= at and start <= row.path_day <= end]
    return tuple(sorted(found, key=lambda row: (row.listed, row.key), reverse=True))


def page_count(rows: Sequence[Listed]) -> int:
    """How many pages the rows fill; one where there are none."""
    return max(1, -(-len(rows) // _PAGE))


def page(rows: Sequence[Listed], number: int) -> bytes:
    """One page of the rows as the endpoint sends it: `totalpages` is rounded down, `hasMore` is no use."""
    part = rows[(number - 1) * _PAGE : number * _PAGE]
    body = {
        "classifiedAnnouncements": None,
        "totalSecurities": 0,
        "totalAnnouncement": len(rows),
        "totalRecordNum": len(rows),
        "announcements": [_row(row) for row in part] or None,
        "categoryList": None,
        "hasMore": bool(rows),
        "totalpages": len(rows) // _PAGE,
    }
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def _row(row: Listed) -> dict[str, object]:
    announcement_type, columns = _CLASSES[row.board[:2]]
    return {
        "id": None,
        "secCode": row.code,
        "secName": row.name,
        "orgId": row.org_id,
        "announcementId": row.key,
        "announcementTitle": row.title,
        "announcementTime": int(row.listed.timestamp() * 1000),
        "adjunctUrl": row.path,
        "adjunctSize": max(1, row.byte_count // 1024),
        "adjunctType": row.suffix,
        "storageTime": None,
        "columnId": columns,
        "pageColumn": row.board,
        "announcementType": announcement_type,
        "associateAnnouncement": None,
        "important": None,
        "batchNum": None,
        "announcementContent": "",
        "orgName": None,
        "tileSecName": row.name,
        "shortTitle": row.title.replace("<em>", "").replace("</em>", ""),
        "announcementTypeName": None,
        "secNameList": None,
    }
