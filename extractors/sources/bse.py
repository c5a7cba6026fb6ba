"""北交所 (www.bse.cn): announcements of Beijing's companies by keyword, the second list beside cninfo's full text.

Caveats: the first request is answered by 302 or 307 to the same address with a cookie [1], which the door's session
keeps; answers are JSONP, errors too, with status 200 [2+]; `page` counts from 0 [2+]; `needFields[]` and `xxfcbj[]`
are sent once for each value [1]; only the day is given. No code of a record's class is known, so that the title
decides. `initDisclosureList.do` groups rows by company: its wrapper's `totalElements` counts companies [1]; it is
here as the partition BY_COMPANY, should the other drift. Codes are 920xxx since 2025-10-09 [2+].
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from extractors.errors import RequestRefused
from extractors.facts import fields_of
from extractors.listing import Entry, ListingPage, Other, Partition, Request, Source, Window, contract
from extractors.titles import plain_title, tells_of_meeting

HOME = "https://www.bse.cn"
FLAT, GROUPED = "/disclosureInfoController/companyAnnouncement.do", "/disclosureInfoController/initDisclosureList.do"
HEADERS = MappingProxyType(
    {
        "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
        "X-Requested-With": "XMLHttpRequest",
        "Referer": f"{HOME}/disclosure/announcement.html",
    }
)
KEYWORD = "投资者关系活动"
_WORDS = re.compile(r"投资|关系|活动|调研|说明会")
NEEDED = (
    "disclosureCode", "companyCd", "companyName", "disclosureTitle", "disclosurePostTitle", "destFilePath",
    "publishDate", "xxfcbj", "fileExt", "xxzrlx", "disclosureType", "disclosureSubType",
)  # fmt: skip
_WRAPPER = re.compile(r"^\s*[\w$.]*\((.*)\)\s*;?\s*$", re.DOTALL)
_KEY = re.compile(r"[0-9a-f]{32}")
_PRINTED = re.compile(r"^\[[^\]]{1,12}\](?:[^:：]{1,16}[:：])?")  # [临时公告]简称:
_PAGE_SIZE = 20


def request(partition: Partition, window: Window, page: int) -> Request:
    """The request for one page of a window; the walk counts pages from 1, the exchange from 0."""
    asked = {
        "disclosureType[]": "5", "disclosureSubtype[]": "", "page": str(page - 1), "companyCd": "", "isNewThree": "1",
        "startTime": f"{window.start}", "endTime": f"{window.end}", "keyword": KEYWORD, "xxfcbj[]": "2",
        "sortfield": "xxssdq", "sorttype": "asc", "hyType": "",
    }  # fmt: skip
    more = {name: value for name, value in partition.fields.items() if name != "path"}
    form: dict[str, str | tuple[str, ...]] = {**asked, **more, "needFields[]": NEEDED}
    address = f"{HOME}{partition.fields['path']}?callback=cb"
    return Request(method="POST", address=address, form=form, headers=HEADERS)


def parse(content: bytes, fetched_at: datetime, partition: Partition) -> ListingPage:
    """One page of either answer; raises ContractBroken, or RequestRefused where it is a message."""
    with contract("bse"):
        page = listed(content)
        groups, rows = _rows(page["content"] or ())
        entries = [_entry(row, fetched_at, partition).row for row in rows]
        told = [row for row in entries if tells_of_meeting(row.announcement.title)]
        others = (row for row in entries if row not in told)
        return ListingPage(
            total=int(page["totalElements"]),
            rows=tuple(told),
            others=tuple(Other(key=row.sighting.source_key, day=row.announcement.disclosed_on) for row in others),
            strangers=tuple(row.sighting.title for row in entries if not _WORDS.search(row.sighting.title)),
            groups=groups,
            facts=fields_of("bse", rows, fetched_at),
        )


def listed(content: bytes) -> Mapping[str, Any]:
    """What either answer lists; raises ValueError or KeyError, or RequestRefused where it is a message."""
    wrapped = _WRAPPER.match(content.decode())
    if not wrapped:
        raise ValueError("no JSONP")
    body = json.loads(wrapped[1])
    body = body[0] if isinstance(body, list) else body
    if "msg" in body:
        raise RequestRefused(source="bse", said=str(body["msg"]))
    found: Mapping[str, Any] = body["listInfo"] if "listInfo" in body else body["data"]
    return found


def _rows(content: Sequence[Mapping[str, Any]]) -> tuple[tuple[str, ...] | None, list[Mapping[str, Any]]]:
    """The rows, and the companies that they are grouped by, None where they are not."""
    if not any("disclosures" in one for one in content):
        return None, list(content)
    companies = tuple(str(one["disclosures"][0]["companyCd"]) for one in content)
    return companies, [row for one in content for row in one["disclosures"]]


def _entry(row: Mapping[str, Any], fetched_at: datetime, partition: Partition) -> Entry:
    path, code = str(row["destFilePath"] or ""), str(row["companyCd"])
    key = row.get("disclosureCode") or path.rpartition("/")[2].partition(".")[0]
    if not (code.isdigit() and _KEY.fullmatch(key)):
        raise ValueError(f"companyCd {code!r}, key {key!r}")
    title = plain_title(row["disclosureTitle"] + (row["disclosurePostTitle"] or ""))
    return Entry(
        source="bse", source_key=key, partition=partition.listed_as, fetched_at=fetched_at,
        security_code=code, security_name=row["companyName"], org_id=None, exchange="BSE", board="bse",
        title=title, announced_as=_PRINTED.sub("", title) or title, address=HOME + path if path else None,
        disclosed_on=date.fromisoformat(row["publishDate"][:10]), disclosed_at=None,
    )  # fmt: skip


BY_COMPANY = Partition(name="by_company", fields={"path": GROUPED, "siteId": "6", "flag": "0"}, exchange="BSE")
SOURCE = Source(
    name="bse",
    name_zh="北京证券交易所",
    partitions=(Partition(name="keyword", fields={"path": FLAT}, exchange="BSE"),),
    page_size=_PAGE_SIZE,
    page_limit=90,
    request=request,
    parse=parse,
)
