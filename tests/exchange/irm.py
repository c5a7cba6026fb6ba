"""互动易 as the local exchange speaks it: fields in the query string, `pageNo`, round and round past the end."""

from __future__ import annotations

from datetime import datetime

from tests.exchange.wire import CHINA, Answer, Asked, Dialect, Row, Shown, json_answer

PLACE = "/newircs/index/search"
PAGE = 30


def irm_row(listed: Row) -> Row:
    """A row of cninfo's relation tab as 互动易 lists it: the same id, time and file."""
    key = listed["announcementId"]
    path = str(listed["adjunctUrl"])
    return {
        "esId": f"4_{key}", "indexId": key, "contentType": 4, "mainContent": listed["announcementTitle"],
        "attachmentUrl": path, "size": str(listed["adjunctSize"]), "stockCode": listed["secCode"],
        "secid": listed["orgId"], "companyShortName": listed["secName"], "filetype": listed["adjunctType"],
        "pubDate": str(listed["announcementTime"]), "updateDate": str(listed["announcementTime"]), "attachedId": key,
        "score": 0.0, "topStatus": 0, "praiseCount": 0, "praiseStatus": False, "favoriteStatus": False,
        "attentionCompany": False, "qaStatus": 0, "packageDate": path[10:20], "remindStatus": False,
        "interviewLive": False,
    }  # fmt: skip


def _find(rows: list[Row], asked: Asked) -> list[Row]:
    query = asked.query
    first, last = query["startDate"], query["endDate"]
    found = [row for row in rows if first <= _stamp(row) <= last and str(row["contentType"]) == query["searchTypes"]]
    found = [row for row in found if query["stockCodes"] in {"", row["stockCode"]}]
    return sorted(found, key=lambda row: (_stamp(row), row["indexId"]), reverse=True)


def _stamp(row: Row) -> str:
    return datetime.fromtimestamp(int(row["pubDate"]) / 1000, CHINA).strftime("%Y-%m-%d %H:%M:%S")


def _write(asked: Asked, shown: Shown) -> Answer:
    return json_answer(
        {
            "pageNo": shown.page,
            "pageSize": PAGE,
            "totalRecord": shown.total,
            "totalPage": -(-shown.total // PAGE),
            "results": shown.rows,
            "count": len(shown.rows),
        }
    )


def _refuse(asked: Asked) -> Answer | None:
    return Answer(b"", 400) if asked.pairs or "searchTypes" not in asked.query else None


IRM = Dialect(
    name="irm",
    places=(PLACE,),
    size=PAGE,
    page=lambda asked: int(asked.query.get("pageNo", "1")),
    find=_find,
    write=_write,
    beyond=lambda page, last: (page - 1) % last + 1,
    refuse=_refuse,
)
