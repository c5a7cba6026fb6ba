"""上证e互动's feed of the made files: posts with their records among others without a file, as fragments of HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape

from sample.maker.content import CHINA
from sample.maker.listing import Listed

HOME = "https://sns.sseinfo.com"
_PAGE = 30
_PAGES = 3  # one with news, and two of older posts behind it
_AFTER = timedelta(minutes=5)  # a company posts its file once it is filed
_OTHERS = (
    "公司股东会将于本月下旬召开，欢迎投资者参加。",
    "公司已披露季度经营数据，请查阅公告。",
    "公司网站已改版，欢迎访问。",
)


@dataclass(frozen=True, slots=True)
class Post:
    """One post: its number, time and text, the company's code and name, and its file with the file's name."""

    key: int
    at: datetime
    code: str
    name: str
    text: str
    file: tuple[str, str] | None = None


def address(row: Listed) -> str:
    """Where the feed's copy of a file lies; its name begins with the instant of its upload."""
    at = _posted(row) - timedelta(minutes=1)
    return f"{HOME}/resources/images/upload/{at:%Y%m}/{at:%Y%m%d%H%M%S}{row.key}.{row.suffix.lower()}"


def pages(rows: Sequence[Listed], at: datetime) -> Iterator[bytes]:
    """The first pages of the feed at an instant, newest post first."""
    told = [_record(row) for row in rows if row.partition == "sse" and _posted(row) <= at]
    others = list(_others(sorted({(row.code, row.name) for row in rows if row.partition == "sse"})))
    posts = sorted([*told, *others], key=lambda post: post.at, reverse=True)
    now = at.astimezone(CHINA)
    for number in range(_PAGES):
        yield "".join(_html(post, now) for post in posts[number * _PAGE : (number + 1) * _PAGE]).encode()


def _posted(row: Listed) -> datetime:
    return row.listed.astimezone(CHINA).replace(second=0) + _AFTER


def _record(row: Listed) -> Post:
    text = "公司近日接待了投资者调研，详情请见附件。"
    return Post(int(row.key) - 1_898_500_000, _posted(row), row.code, row.name, text, (address(row), row.title))


def _others(companies: Sequence[tuple[str, str]]) -> Iterator[Post]:
    """Older posts of the same companies, as many as fill the pages: one every twelve hours up to the end of February."""
    last = datetime(2026, 2, 28, 18, 5, tzinfo=CHINA)
    for number in range(_PAGES * _PAGE):
        code, name = companies[number % len(companies)]
        text = _OTHERS[number % len(_OTHERS)]
        yield Post(1_790_000 - number, last - number * timedelta(hours=12), code, name, text)


def _printed(at: datetime, now: datetime) -> str:
    """A time as the feed prints it."""
    ago, clock = now - at, f"{at:%H:%M}"
    if at.date() == now.date():
        hours = ago // timedelta(hours=1)
        return f"{hours}小时前" if hours else f"{ago // timedelta(minutes=1)}分钟前"
    if at.date() == now.date() - timedelta(days=1):
        return f"昨天 {clock}"
    return f"{at:%m月%d日} {clock}" if at.year == now.year else f"{at:%Y年%m月%d日} {clock}"


def _html(post: Post, now: datetime) -> str:
    link = f"\n<a href='{post.file[0]}' target='_blank'>{escape(post.file[1])}</a>" if post.file else ""
    return f"""<div class="m_feed_item" id="item-{post.key}">
<div class="m_feed_detail"><div class="m_feed_face"><a rel="tag" class="ansface" uid="{int(post.code)}" title="{post.name}">
<img title="{post.name}" src="{HOME}/resources/images/avatar/company/{post.code}.png?random=17"></a><p>{post.name}</p></div>
<div class="m_feed_cnt"><div class="m_feed_txt" id="m_feed_txt-{post.key}">{post.text}&nbsp;{link}</div>
<div class="m_feed_from"><span>{_printed(post.at, now)}</span><em>来自</em><a href="">网站</a></div></div></div></div>
"""
