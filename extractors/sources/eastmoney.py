"""东方财富 (datacenter-web.eastmoney.com): institutional surveys (机构调研), to reconcile with: it announces nothing.

Caveats: RPT_ORG_SURVEYNEW has one row an activity, RPT_ORG_SURVEY one an institution [2+]; code 9201 is no data [2+];
9701 is a busy server, or a page above 100, however long one waits [1], so that one NOTICE_DATE is asked at a time;
pages of 50 are safe [X]; no key: a row is told by all that it says. Names and counts are the vendor's reading.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from extractors.errors import RequestRefused
from extractors.facts import Survey
from extractors.listing import ListingPage, Other, Partition, Request, Source, Window, contract

ADDRESS = "https://datacenter-web.eastmoney.com/api/data/v1/get"
HEADERS = MappingProxyType({"Referer": "https://data.eastmoney.com/jgdy/"})
_EXCHANGES = {"SZ": "SZSE", "SH": "SSE", "BJ": "BSE"}
_NO_DATA = 9201
_PAGE_SIZE = 50


def request(partition: Partition, window: Window, page: int) -> Request:
    """The request for one page of a window of one day."""
    days = f"{partition.fields['filter']}(NOTICE_DATE='{window.start}')"
    asked = {"reportName": partition.fields["reportName"], "columns": "ALL", "filter": days, "pageNumber": str(page)}
    sort = {"sortColumns": "SECURITY_CODE,RECEIVE_START_DATE,NUMBERNEW", "sortTypes": "1,1,1"}
    query = urlencode({**asked, "pageSize": str(_PAGE_SIZE), **sort, "source": "WEB", "client": "WEB"})
    return Request(method="GET", address=f"{ADDRESS}?{query}", form=None, headers=HEADERS)


def parse(content: bytes, fetched_at: datetime, partition: Partition) -> ListingPage:
    """One page; raises ContractBroken, or RequestRefused where the server says why it gives none."""
    with contract("eastmoney"):
        body = json.loads(content)
        if body["result"] is None:
            if int(body["code"]) != _NO_DATA:
                raise RequestRefused(source="eastmoney", said=f"{body['code']} {body['message']}")
            return ListingPage(total=0, rows=())
        rows = body["result"]["data"] or ()
        surveys = tuple(_survey(row, fetched_at, is_institution=partition.name == "institutions") for row in rows)
        others = tuple(Other(key=one.survey_id, day=one.notice_on) for one in surveys)
        return ListingPage(total=int(body["result"]["count"]), rows=(), others=others, facts=surveys)


def _survey(row: Mapping[str, Any], seen_at: datetime, *, is_institution: bool) -> Survey:
    (code, _, suffix), end = row["SECUCODE"].partition("."), row["RECEIVE_END_DATE"]
    return Survey(
        survey_id=_digest(row), security_code=code, exchange=_EXCHANGES[suffix],
        notice_on=date.fromisoformat(row["NOTICE_DATE"][:10]), first_seen_at=seen_at, last_seen_at=seen_at,
        start_on=date.fromisoformat(row["RECEIVE_START_DATE"][:10]),
        end_on=date.fromisoformat(end[:10]) if end else None, file_key=row.get("URL"),
        time_printed=row["RECEIVE_TIME_EXPLAIN"], way=row["RECEIVE_WAY_EXPLAIN"],
        institution=row["RECEIVE_OBJECT"] if is_institution else None,
        visitor=row.get("INVESTIGATORS") if is_institution else None, institution_count=row.get("SUM"),
    )  # fmt: skip


def _digest(row: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(row, sort_keys=True).encode()).hexdigest()


def _report(name: str, report: str, wanted: str) -> Partition:
    return Partition(name=name, fields={"reportName": report, "filter": wanted})


SOURCE = Source(
    name="eastmoney", name_zh="东方财富", page_size=_PAGE_SIZE, page_limit=90, most_days=1,
    partitions=(
        _report("activities", "RPT_ORG_SURVEYNEW", '(NUMBERNEW="1")(IS_SOURCE="1")'),
        _report("institutions", "RPT_ORG_SURVEY", '(IS_SOURCE="1")'),
    ),
    request=request, parse=parse,
)  # fmt: skip
