"""cninfo 巨潮资讯, its lists of codes: every security with its issuer's id, the way from old codes to new ones.

Caveats: a file a list, whole, without a day or a total: fewer than FLOORS says is an alarm. `szse_stock` has Shenzhen,
Shanghai and Beijing, `bj_stock` Beijing alone; `sse_stock` does not exist [2+]. The file begins with a byte-order mark.
Issuers of Beijing stand twice, under their code before 2025-10-09 (43…, 83…, 87…) and under 920xxx, with one id [1].
An id's letters do not tell the exchange [2+].
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

from extractors.errors import ContractBroken
from extractors.facts import ListedSecurity
from extractors.listing import (
    ListingPage,
    Other,
    Partition,
    Request,
    Source,
    Window,
    board_of,
    contract,
    exchange_of,
)

ADDRESS = "https://www.cninfo.com.cn/new/data/{}.json"
HEADERS = MappingProxyType(
    {"Referer": "http://www.cninfo.com.cn/new/commonUrl/pageOfSearch?url=disclosure/list/search"}
)
FLOORS = MappingProxyType({"szse_stock": 5_000, "bj_stock": 250})  # securities, in 2026


def request(partition: Partition, _: Window, __: int) -> Request:
    """The request for a whole list."""
    return Request(method="GET", address=ADDRESS.format(partition.name), form=None, headers=HEADERS)


def parse(content: bytes, fetched_at: datetime, _: Partition) -> ListingPage:
    """A whole list as facts; raises ContractBroken where it is no JSON of the contract, or empty."""
    with contract("company"):
        rows = json.loads(content.decode("utf-8-sig"))["stockList"]
        if not rows:
            raise ContractBroken(source="company", missing="securities")
        current, day = _current(rows), fetched_at.date()
        listed = tuple(_security(row, current, fetched_at) for row in rows)
        others = tuple(Other(key=one.security_code, day=day) for one in listed)
        return ListingPage(total=len({other.key for other in others}), rows=(), others=others, facts=listed)


def _current(rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Beijing's codes of today, by the issuer's id."""
    return {row["orgId"]: row["code"] for row in rows if row["code"].startswith("92")}


def _security(row: Mapping[str, Any], current: Mapping[str, str], seen_at: datetime) -> ListedSecurity:
    code, exchange = row["code"], exchange_of(row["code"])
    return ListedSecurity(
        security_code=code, current_code=current.get(row["orgId"], code) if exchange == "BSE" else code,
        exchange=exchange, board=board_of(code), security_name="".join(row["zwjc"].split()), org_id=row["orgId"],
        category=row["category"], first_seen_at=seen_at, last_seen_at=seen_at,
    )  # fmt: skip


SOURCE = Source(
    name="company",
    name_zh="巨潮资讯证券列表",
    partitions=tuple(Partition(name=name, fields={}) for name in FLOORS),
    page_size=1_000_000,
    page_limit=1,
    request=request,
    parse=parse,
)
