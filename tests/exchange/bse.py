"""北交所 as the local exchange speaks it: a cookie first, JSONP, pages from 0, one answer grouped by company."""

from __future__ import annotations

import hashlib
from itertools import groupby

from tests.exchange.wire import Answer, Asked, Dialect, Row, Shown, jsonp_answer

FLAT = "/disclosureInfoController/companyAnnouncement.do"
GROUPED = "/disclosureInfoController/initDisclosureList.do"
PAGE = 20
COOKIE = "C3VK=5a3b1e"


def disclosure(number: int, day: str, title: str = "投资者关系活动记录表", **changes: object) -> Row:
    """One row of the contract."""
    key = hashlib.md5(f"{number} {day}".encode(), usedforsecurity=False).hexdigest()
    name = f"虚构{number % 100:02d}"
    made: Row = {
        "disclosureCode": key, "disclosureTitle": f"[临时公告]{name}:{title}", "disclosurePostTitle": "",
        "disclosureType": "9504", "disclosureSubType": "9504-0000", "companyCd": f"920{number % 1000:03d}",
        "companyName": name, "publishDate": day, "fileExt": "pdf",
        "destFilePath": f"/disclosure/{day[:4]}/{day}/{key}.pdf", "xxzrlx": "B", "xxfcbj": "2",
    }  # fmt: skip
    return made | changes


def _find(rows: list[Row], asked: Asked) -> list[Row]:
    fields = asked.fields
    found = [
        row
        for row in rows
        if fields["startTime"] <= row["publishDate"] <= fields["endTime"]
        and fields["keyword"] in row["disclosureTitle"]
        and fields["companyCd"] in {"", row["companyCd"]}
    ]
    found.sort(key=lambda row: (row["companyCd"], row["disclosureCode"]))
    if asked.place == FLAT:
        return found
    return [{"disclosures": list(group)} for _, group in groupby(found, key=lambda row: row["companyCd"])]


def _write(asked: Asked, shown: Shown) -> Answer:
    listed = {
        "content": shown.rows, "totalElements": shown.total, "totalPages": -(-shown.total // PAGE),
        "firstPage": shown.page == 1, "lastPage": False, "number": shown.page - 1,
        "numberOfElements": len(shown.rows), "size": PAGE, "sort": None,
    }  # fmt: skip
    for group in shown.rows:
        if "disclosures" in group:
            group["totalElements"] = sum(len(one["disclosures"]) for one in shown.found)
    callback = asked.query.get("callback", "null")
    return jsonp_answer([{"listInfo": listed}] if asked.place == FLAT else {"data": listed}, callback)


def _refuse(asked: Asked) -> Answer | None:
    if COOKIE not in asked.headers.get("cookie", ""):
        return Answer(b"", 302, {"Location": asked.path, "Set-Cookie": f"{COOKIE}; path=/"})
    if [name for name, _ in asked.pairs].count("needFields[]") < 2 or not asked.fields.get("page", "").isdigit():
        return jsonp_answer([{"msg": "请求参数异常"}], asked.query.get("callback", "null"))
    return None


BSE = Dialect(
    name="bse",
    places=(FLAT, GROUPED),
    size=PAGE,
    page=lambda asked: int(asked.fields["page"]) + 1,
    find=_find,
    write=_write,
    beyond=lambda page, last: 0,
    refuse=_refuse,
)
