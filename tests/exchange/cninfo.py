"""巨潮资讯 as the local exchange speaks it: form fields or nothing, page 1 again past the end, counts that lie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from tests.exchange.wire import CHINA, Answer, Asked, Body, Dialect, Row, Shown, json_answer

PLACE = "/new/hisAnnouncement/query"
PAGE = 30
COLUMNS = {"szse": ("SZZB", "SZMB", "SZCY"), "sse": ("SHZB", "SHKCB"), "bj": ("BJS",)}


def envelope(rows: Sequence[Row], total: int) -> Body:
    """The contract's envelope; null where there are no rows."""
    return {
        "classifiedAnnouncements": None,
        "totalSecurities": 0,
        "totalAnnouncement": total,
        "totalRecordNum": total,
        "announcements": list(rows) or None,
        "categoryList": None,
        "hasMore": True,
        "totalpages": total // PAGE,
    }


def row(key: int, day: str, *, clock: str = "18:30:00", board: str = "SZCY", **changes: object) -> Row:
    """One row of the contract, with all 23 fields."""
    at = datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=CHINA)
    code = f"3{key % 100_000:05d}"
    made: Row = dict.fromkeys(
        ("id", "storageTime", "associateAnnouncement", "important", "batchNum", "orgName", "announcementTypeName",
         "secNameList")
    )  # fmt: skip
    made |= {
        "secCode": code,
        "secName": f"测试{key % 100:02d}",
        "orgId": f"99{key:08d}",
        "announcementId": str(1_225_000_000 + key),
        "announcementTitle": f"{code}投资者关系管理信息{day.replace('-', '')}",
        "announcementTime": int(at.timestamp() * 1000),
        "adjunctUrl": f"finalpage/{day}/{1_225_000_000 + key}.PDF",
        "adjunctSize": 100,
        "adjunctType": "PDF",
        "columnId": "09020202||251302",
        "pageColumn": board,
        "announcementType": "012001",
        "announcementContent": "",
        "tileSecName": f"测试{key % 100:02d}",
        "shortTitle": None,
    }
    return made | changes


def notice(key: int, day: str, title: str = "投资者关系活动记录表", *, board: str = "BJS", **changes: object) -> Row:
    """One row of the full text: an ordinary announcement of Beijing or Shanghai, on its day alone."""
    code, classes = (f"920{key % 1000:03d}", "01010501||010129||012329") if board == "BJS" else (f"60{key % 10000:04d}", "01010501||010113||012399")  # fmt: skip
    given = {"secCode": code, "announcementTitle": title, "announcementType": classes} | changes
    return row(key, day, clock="00:00:00", board=board, **given)


def path_of(listed: Row) -> str:
    """Where a row's file stands."""
    return "/" + str(listed["adjunctUrl"])


def _find(rows: list[Row], asked: Asked) -> list[Row]:
    found = rows if "seDate" not in asked.fields else [one for one in rows if _wanted(one, asked.fields)]
    return sorted(found, key=lambda one: (-int(one["announcementTime"]), str(one["announcementId"])))


def _wanted(listed: Row, fields: Mapping[str, str]) -> bool:
    first, last = fields["seDate"].split("~")
    day = datetime.fromtimestamp(int(listed["announcementTime"]) / 1000, CHINA).date().isoformat()
    is_relation = str(listed["announcementType"]).startswith("0120")
    is_of_tab = is_relation == (fields.get("tabName", "relation") == "relation")
    is_found = any(word in listed["announcementTitle"] for word in _words(fields.get("searchkey", "")))
    code, _, issuer = fields.get("stock", "").partition(",")
    if code and (listed["secCode"], listed["orgId"]) != (code, issuer):
        return False
    return is_of_tab and is_found and listed["pageColumn"] in COLUMNS.get(fields.get("column", ""), ()) and first <= day <= last  # fmt: skip


def _words(key: str) -> list[str]:
    """The pieces into which a keyword is cut: matching is loose."""
    return [key[i : i + 2] for i in range(0, len(key) - 1, 2)] or [""]


def _write(asked: Asked, shown: Shown) -> Answer:
    return json_answer(envelope(shown.rows, shown.total))


CNINFO = Dialect(
    name="cninfo",
    places=(PLACE,),
    size=PAGE,
    page=lambda asked: asked.page,
    find=_find,
    write=_write,
    beyond=lambda page, last: 1,
)
