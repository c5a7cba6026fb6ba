"""上证e互动, its companies: the number (uid) under which each has a feed of its own, for the days that are backfilled.

Caveats: JSON around HTML, 32 companies a page, some 73 pages, 2,312 codes [2+]; `uid` stands there without quotes,
so that a parser reads it [2+]; no total: the list ends with a page of none, which is not recorded [inf].
"""

from __future__ import annotations

import json
import re
from datetime import datetime

from bs4 import BeautifulSoup, Tag

from extractors.facts import FeedCompany
from extractors.listing import ListingPage, Other, Partition, Request, Source, Window, contract
from extractors.sources.sse import HEADERS, HOME

ADDRESS = f"{HOME}allcompany.do"
COMPANY, AVATAR = "a[rel=tag][uid]", "img[src]"
_CODE = re.compile(r"/(\d{6})\.\w+(?:\?|$)")


def request(partition: Partition, _: Window, page: int) -> Request:
    """The request for one page of the list."""
    form = {"code": "0", "order": "2", "areaId": "0", **partition.fields, "page": str(page)}
    return Request(method="POST", address=ADDRESS, form=form, headers=HEADERS)


def parse(content: bytes, fetched_at: datetime, _: Partition) -> ListingPage:
    """One page as facts; raises ContractBroken where it is no JSON of the contract."""
    with contract("sse_company"):
        soup = BeautifulSoup(json.loads(content)["content"], "html.parser")
        found = tuple(_company(link, fetched_at) for link in soup.select(COMPANY))
        if not found and soup.get_text(strip=True):
            raise ValueError("text without companies")
        others = tuple(Other(key=one.uid, day=fetched_at.date()) for one in found)
        return ListingPage(total=None, rows=(), others=others, facts=found)


def _company(link: Tag, seen_at: datetime) -> FeedCompany:
    avatar = link.select_one(AVATAR)
    code = _CODE.search(str(avatar["src"])) if avatar else None
    if not code:
        raise ValueError(f"company {link['uid']} without a code")
    return FeedCompany(
        security_code=code[1], uid=str(int(str(link["uid"]))), security_name=str(link["title"]),
        first_seen_at=seen_at, last_seen_at=seen_at,
    )  # fmt: skip


SOURCE = Source(
    name="sse_company",
    name_zh="上证e互动公司列表",
    partitions=(Partition(name="all", fields={}, is_whole=True),),
    page_size=32,
    page_limit=150,
    is_feed=True,
    request=request,
    parse=parse,
)
