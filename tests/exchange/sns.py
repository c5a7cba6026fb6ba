"""上证e互动 as the local exchange speaks it: HTML, relative times, no total; posts of many things, newest first."""

from __future__ import annotations

from datetime import datetime, timedelta
from html import escape

from tests.exchange.wire import CHINA, Answer, Asked, Dialect, Row, Shown, json_answer

FEED, COMPANY_FEED = "/ajax/feeds.do", "/ajax/userfeeds.do"
PAGE = 30
HOST = "https://sns.sseinfo.com"
EMPTY = '<div class="m_feed_empty">暂时没有观点</div>'


Files = list[tuple[str, str]]


def post(key: int, at: datetime, *, code: str = "603999", files: int | Files = 1, **changes: object) -> Row:
    """One post of a company, with so many records attached, or these files; `printed` is its time where it is not the truth."""
    upload = at - timedelta(minutes=2)
    if isinstance(files, int):
        stem = f"/resources/images/upload/{upload:%Y%m}/{upload:%Y%m%d%H%M%S}"
        numbers = range(files)
        files = [(f"{stem}{key * 10 + one:010d}.pdf", f"投资者关系活动记录表{at:%Y%m%d}-{one}.pdf") for one in numbers]
    made: Row = {
        "key": key, "at": at, "code": code, "uid": str(int(code)), "name": f"虚构{key % 100:02d}", "printed": None,
        "text": "公司近日接待了投资者调研，详情请见附件", "files": files,
    }  # fmt: skip
    return made | changes


def old_posts(count: int = 2 * PAGE) -> list[Row]:
    """Posts of other things from years ago: a feed is never empty."""
    start = datetime(2014, 6, 3, 10, tzinfo=CHINA)
    return [
        post(key, start + timedelta(hours=key), files=0, text="公司开通上证e互动账号") for key in range(1, count + 1)
    ]


def printed(at: datetime, now: datetime) -> str:
    """A time as the feed prints it."""
    ago = now - at
    if ago < timedelta(minutes=1):
        return "刚刚"
    if ago < timedelta(hours=1):
        return f"{ago // timedelta(minutes=1)}分钟前"
    days = (now.date() - at.date()).days
    if days == 0:
        return f"{ago // timedelta(hours=1)}小时前"
    clock = f"{at:%H:%M}"
    if days == 1:
        return f"昨天 {clock}"
    return f"{at:%m月%d日} {clock}" if at.year == now.year else f"{at:%Y年%m月%d日} {clock}"


def html_of(row: Row, now: datetime) -> str:
    """One post as the fragment has it."""
    links = "\n".join(f"<a href='{HOST}{path}' target='_blank'>{escape(name)}</a>" for path, name in row["files"])
    return f"""
  <div class="m_feed_item m_question" id="item-{row["key"]}">
    <div class="m_feed_detail"><div class="m_feed_face">
      <a rel="tag" class="ansface" uid="{row["uid"]}" href="user.do?uid={row["uid"]}" title="{row["name"]}">
        <img title="{row["name"]}" src="{HOST}/resources/images/avatar/company/{row["code"]}.png?random=17"></a>
      <p>{row["name"]}</p></div>
      <div class="m_feed_cnt"><div class="m_feed_txt" id="m_feed_txt-{row["key"]}">{row["text"]}&nbsp;
        {links}</div>
        <div class="m_feed_from"><span>{row["printed"] or printed(row["at"], now)}</span><em>来自</em>
          <a href="">网站</a></div></div></div>
  </div>"""


def _find(rows: list[Row], asked: Asked) -> list[Row]:
    uid = asked.query.get("uid")
    found = [row for row in rows if uid is None or row["uid"] == uid]
    return sorted(found, key=lambda row: (row["at"], row["key"]), reverse=True)


def _write(asked: Asked, shown: Shown) -> Answer:
    now = datetime.now(CHINA)
    body = "".join(html_of(row, now) for row in shown.rows) or EMPTY
    return Answer(body.encode(), headers={"Content-Type": "text/html;charset=UTF-8"})


def _refuse(asked: Asked) -> Answer | None:
    if "lastId" in asked.query:
        return Answer(b"", 500)
    return None if "sns.sseinfo.com" in asked.headers.get("referer", "") else Answer(b"", 403)


SNS = Dialect(
    name="sse",
    places=(FEED, COMPANY_FEED),
    size=PAGE,
    page=lambda asked: int(asked.query.get("page", "1")),
    find=_find,
    write=_write,
    beyond=lambda page, last: 0,
    refuse=_refuse,
)


def _write_companies(_: Asked, shown: Shown) -> Answer:
    boxes = "".join(
        f"<div class='companyBox'><a rel='tag' uid={row['uid']} href='user.do?uid={row['uid']}' title='{row['name']}'>"
        f"<img src='{HOST}/resources/images/avatar/company/{row['code']}.png?random=17'/></a></div>"
        for row in shown.rows
    )
    return json_answer({"content": boxes})


COMPANIES = Dialect(
    name="sse_company",
    places=("/allcompany.do",),
    size=32,
    page=lambda asked: int(asked.fields["page"]),
    find=lambda rows, _: sorted(rows, key=lambda row: str(row["code"])),
    write=_write_companies,
    beyond=lambda page, last: 0,
)
