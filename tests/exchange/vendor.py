"""Eastmoney's surveys and cninfo's lists of codes, as the local exchange speaks them."""

from __future__ import annotations

import json
import re

from tests.exchange.wire import Answer, Asked, Dialect, Row, Shown, json_answer

SURVEYS = "/api/data/v1/get"
LISTS = "/new/data/"
PAGE = 50
BUSY = {"version": None, "result": None, "success": False, "message": "服务器繁忙", "code": 9701}
NONE = {"version": None, "result": None, "success": False, "message": "返回数据为空", "code": 9201}


def survey(number: int, day: str, *, institution: str | None = None, **changes: object) -> Row:
    """One activity, or one institution at it."""
    code = f"3{number % 100_000:05d}"
    made: Row = {
        "SECUCODE": f"{code}.SZ", "SECURITY_CODE": code, "SECURITY_NAME_ABBR": f"虚构{number % 100:02d}",
        "NOTICE_DATE": f"{day} 00:00:00", "RECEIVE_START_DATE": f"{day} 00:00:00", "RECEIVE_END_DATE": None,
        "RECEIVE_TIME_EXPLAIN": f"{day} 15:00-16:00", "RECEIVE_WAY_EXPLAIN": "分析师会议", "IS_SOURCE": "1",
        "NUMBERNEW": "1" if institution is None else str(number), "RECEIVE_OBJECT": institution,
        "INVESTIGATORS": None, "SUM": 12, "URL": f"AN{number:018d}", "FILE_EXTENSION": "pdf",
    }  # fmt: skip
    return made | changes


def security(code: str, org_id: str, name: str = "虚构股份") -> Row:
    """One row of a list of codes."""
    return {"orgId": org_id, "category": "A股", "code": code, "pinyin": "xggf", "zwjc": name}


def list_answer(rows: list[Row]) -> Answer:
    """A list of codes, with the byte-order mark that stands before it."""
    return Answer(b"\xef\xbb\xbf" + json.dumps({"stockList": rows}, ensure_ascii=False).encode())


def _find(rows: list[Row], asked: Asked) -> list[Row]:
    day = re.search(r"NOTICE_DATE='([\d-]+)'", asked.query["filter"])
    is_institution = asked.query["reportName"] == "RPT_ORG_SURVEY"
    return [
        row
        for row in rows
        if day and row["NOTICE_DATE"].startswith(day[1]) and bool(row["RECEIVE_OBJECT"]) == is_institution
    ]


def _write(asked: Asked, shown: Shown) -> Answer:
    if int(asked.query["pageNumber"]) > 100:
        return json_answer(BUSY)
    if not shown.found:
        return json_answer(NONE)
    result = {"pages": -(-shown.total // PAGE), "data": shown.rows, "count": shown.total}
    return json_answer({"version": "x", "result": result, "success": True, "message": "ok", "code": 0})


EASTMONEY = Dialect(
    name="eastmoney",
    places=(SURVEYS,),
    size=PAGE,
    page=lambda asked: int(asked.query["pageNumber"]),
    find=_find,
    write=_write,
    beyond=lambda page, last: 0,
)
