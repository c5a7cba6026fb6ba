"""上证e互动 (sns.sseinfo.com): what Shanghai's companies publish (上市公司发布), the home of their records.

Caveats: the feed is HTML without dates to filter by, totals or ids to ask from [2+]; `type=30` is known from one
project, live 2026-08 [1]; `lastid` is lower-case, else status 500 [1]; how deep it goes is unknown, a company's own
feed with `type=30` is assumed by analogy [inf]. Times are relative; the time in a file's name is that of its upload,
minutes or more before the post [inf]: a post before its upload is noted and takes the upload's time. The code stands in
the address of the avatar alone [1]. Posts of other things, and posts without a file, are counted and left. An end
is `m_feed_empty` or nothing at all; a page with neither posts nor an end is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from types import MappingProxyType
from urllib.parse import urlencode, urljoin

from bs4 import BeautifulSoup, Tag

from extractors.listing import (
    CHINA,
    Entry,
    ListedRow,
    ListingPage,
    Other,
    Partition,
    Request,
    Source,
    Window,
    board_of,
    contract,
)
from extractors.printed_time import resolve
from extractors.titles import kind_of, tells_of_meeting

HOME = "https://sns.sseinfo.com/"
HEADERS = MappingProxyType({"Referer": HOME, "X-Requested-With": "XMLHttpRequest"})
FEED, COMPANY_FEED = "ajax/feeds.do", "ajax/userfeeds.do"
ITEM, END, TEXT, FILE = "div.m_feed_item", "div.m_feed_empty", "div.m_feed_txt", "div.m_feed_txt a[href]"
TIME, COMPANY, AVATAR = "div.m_feed_from > span", "a[rel=tag]", "a[rel=tag] img[src]"
_CODE = re.compile(r"/(\d{6})\.\w+(?:\?|$)")
_FILE = re.compile(r"\.(?:pdf|docx?)$", re.IGNORECASE)
_UPLOAD = re.compile(r"/(20\d{12})\d*\.\w+$")
_PAGE_SIZE = 30
_CLOCKS = timedelta(minutes=5)  # by which the clocks of page and upload may differ


def company(code: str, uid: str) -> Partition:
    """One company's own feed, for days that the common one no longer shows; `uid` is its number at e互动."""
    return Partition(
        name=f"{code}-{uid}", fields={"typeCode": "company", "uid": uid}, security_code=code, is_whole=True
    )


def request(partition: Partition, _: Window, page: int) -> Request:
    """The request for one page; a feed knows no window."""
    path = COMPANY_FEED if "uid" in partition.fields else FEED
    asked = {"page": str(page), "type": "30", "pageSize": str(_PAGE_SIZE), **partition.fields}
    return Request(method="GET", address=f"{HOME}{path}?{urlencode(asked)}", form=None, headers=HEADERS)


def parse(content: bytes, fetched_at: datetime, partition: Partition) -> ListingPage:
    """One page; raises ContractBroken where it holds neither posts nor the mark of the end."""
    with contract("sse"):
        soup = BeautifulSoup(content.decode(), "html.parser")
        posts = [_Post(item, fetched_at) for item in soup.select(ITEM)]
        if not posts and not soup.select(END) and (soup.find("script") or soup.get_text(strip=True)):
            raise ValueError("neither posts nor an end")
        told = [post for post in posts if post.tells_of_meeting]
        return ListingPage(
            total=None,
            rows=tuple(row for post in told for row in post.rows(partition)),
            others=tuple(Other(key=post.key, day=post.at.date()) for post in posts if post not in told),
            notes=tuple(post.doubt for post in told if post.doubt),
        )


class _Post:
    """One post: its number, company, text, files and time."""

    def __init__(self, item: Tag, fetched_at: datetime) -> None:
        self.item, self.fetched_at = item, fetched_at
        self.key = str(int(str(item["id"]).removeprefix("item-")))
        links = [link for link in item.select(FILE) if _FILE.search(str(link["href"]))]
        self.files = [(urljoin(HOME, str(link["href"])), _FILE.sub("", link.get_text(strip=True))) for link in links]
        self.printed = _one(item, TIME).get_text(strip=True)
        posted, uploaded = resolve(self.printed, fetched_at), max(self._uploads(), default=None)
        is_early = uploaded is not None and posted + _CLOCKS < uploaded
        self.at = uploaded if uploaded and is_early and uploaded <= fetched_at + _CLOCKS else posted
        self.doubt = f"post {self.key}: {self.printed} lies before its upload at {uploaded}" if is_early else None

    @property
    def tells_of_meeting(self) -> bool:
        text = _one(self.item, TEXT).get_text(" ", strip=True)
        is_other = all(kind_of(name) in {"notice", "policy"} for _, name in self.files)
        return not is_other and any(map(tells_of_meeting, (text, *(name for _, name in self.files))))

    def rows(self, partition: Partition) -> Iterator[ListedRow]:
        """A sighting for each file; the announcement is the post, called by its first file that tells of one."""
        code, names = code_of(self.item), [name for _, name in self.files]
        if not code:
            raise ValueError(f"avatar of post {self.key} names no code")
        called = next(filter(tells_of_meeting, names), names[0])
        for number, (address, name) in enumerate(self.files, start=1):
            yield Entry(
                source="sse", source_key=self.key if number == 1 else f"{self.key}-{number}", partition=partition.name,
                security_code=code, exchange="SSE", board=board_of(code), org_id=None, title=name,
                security_name=str(_one(self.item, COMPANY).get("title") or "") or None, announced_as=called,
                announcement_id=f"sse-{self.key}", address=address, disclosed_on=self.at.date(), disclosed_at=self.at,
                fetched_at=self.fetched_at,
            ).row  # fmt: skip

    def _uploads(self) -> Iterator[datetime]:
        for address, _ in self.files:
            if found := _UPLOAD.search(address):
                yield datetime.strptime(found[1], "%Y%m%d%H%M%S").replace(second=0, tzinfo=CHINA)


def code_of(item: Tag) -> str | None:
    """The code of a post's company, by the address of its avatar; None where it shows none."""
    avatar = item.select_one(AVATAR)
    found = _CODE.search(str(avatar["src"])) if avatar else None
    return found[1] if found else None


def _one(item: Tag, selector: str) -> Tag:
    found = item.select_one(selector)
    if found is None:
        raise ValueError(f"a post without {selector}")
    return found


SOURCE = Source(
    name="sse",
    name_zh="上证e互动",
    partitions=(Partition(name="feed", fields={"lastid": "-1", "show": "1"}),),
    page_size=_PAGE_SIZE,
    page_limit=300,
    is_feed=True,
    request=request,
    parse=parse,
)
