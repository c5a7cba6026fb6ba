"""Questions to 上证e互动 whose answers no recording tells (contracts §4.1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bs4 import BeautifulSoup

from extractors.listing import ListingPage, contract
from extractors.probes.bench import Bench, Question, Undecided
from extractors.sources import sse

_FEED = sse.SOURCE.partitions[0]
_LARGE = 60
_DEEPEST = 256  # doubled from page 2: at most eight requests
_TRIED = 3  # companies


def _depth(bench: Bench) -> str:
    """How far down the common feed goes, to a power of two."""
    deepest, oldest = 0, bench.today
    for page in (2**step for step in range(1, _DEEPEST.bit_length())):
        keys, days = _posts(_page(bench, page))
        if not keys:
            return f"posts to page {deepest} at least, back to {oldest}; none on page {page}"
        deepest, oldest = page, min(days)
    return f"posts to page {deepest} at least, back to {oldest}; deeper was not asked"


def _size(bench: Bench) -> str:
    """Whether more posts than 30 come on a page when they are asked for."""
    large = replace(_FEED, fields={**_FEED.fields, "pageSize": str(_LARGE)})
    usual, asked = (len(_posts(bench.page(sse.SOURCE, one, bench.last_days(1)))[0]) for one in (_FEED, large))
    return f"pageSize {_LARGE} gives {asked} posts, 30 gives {usual}: {'it works' if asked > usual else 'capped'}"


def _own_feeds(bench: Bench) -> str:
    """Whether a company that posts in the common feed has its posts in its own, with `type=30`."""
    answer = bench.answer(sse.SOURCE, _FEED, bench.last_days(1))
    common, _ = _posts(_page(bench, 1))
    companies = _companies(answer.content)
    said = []
    for code, uid in companies[:_TRIED]:
        keys, days = _posts(bench.page(sse.SOURCE, sse.company(code, uid), bench.last_days(1)))
        back = f" back to {min(days)}" if days else ""
        said.append(f"{code} (uid {uid}): {len(keys)} posts{back}, {len(keys & common)} of them in the common feed")
        if keys & common:
            return f"own feeds list company posts: {'; '.join(said)}"
    if not said:
        raise Undecided("no post of the common feed names a company's uid")
    return f"own feeds do not list company posts: {'; '.join(said)}"


def _companies(content: bytes) -> list[tuple[str, str]]:
    with contract("sse"):
        posts = BeautifulSoup(content.decode(), "html.parser").select(sse.ITEM)
        pairs = [(sse.code_of(post), link) for post in posts if (link := post.select_one("a[rel=tag][uid]"))]
        return list(dict.fromkeys((code, str(int(str(link["uid"])))) for code, link in pairs if code))


def _page(bench: Bench, number: int) -> ListingPage:
    return bench.page(sse.SOURCE, _FEED, bench.last_days(1), number)


def _posts(page: ListingPage) -> tuple[set[str], list[date]]:
    """The numbers of a page's posts, and their days."""
    told = {row.announcement.announcement_id.removeprefix("sse-") for row in page.rows}
    return told | {other.key for other in page.others}, [day for _, day in page.days]


QUESTIONS = (
    Question(source="sse", asked="pageSize above 30 每页条数", find=_size),
    Question(source="sse", asked="how deep the feed goes 动态深度", find=_depth),
    Question(source="sse", asked="companies' own feeds, type=30 公司动态", find=_own_feeds),
)
