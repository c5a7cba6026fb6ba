"""上证e互动: posts, their companies, files and times, and what is no record."""

from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from extractors.errors import ContractBroken
from extractors.listing import CHINA, ListingPage, Window
from extractors.sources import SOURCES, sse
from tests.exchange.sns import EMPTY, html_of, post

NOW = datetime(2026, 8, 6, 16, 39, tzinfo=CHINA)
FEED = sse.SOURCE.partitions[0]
WINDOW = Window(start=date(2026, 8, 1), end=date(2026, 8, 7))


def parsed(*posts: dict[str, object], at: datetime = NOW) -> ListingPage:
    """A page with these posts, as the feed would print them now."""
    return sse.parse("".join(html_of(one, NOW) for one in posts).encode(), at, FEED)


def test_the_feed_is_asked_for_a_page_whatever_the_window() -> None:
    asked = sse.request(FEED, WINDOW, 3)
    assert {name: values[0] for name, values in parse_qs(urlsplit(asked.address).query).items()} == {
        "page": "3", "type": "30", "pageSize": "30", "lastid": "-1", "show": "1",
    }  # fmt: skip
    assert (asked.method, asked.form, urlsplit(asked.address).path) == ("GET", None, "/ajax/feeds.do")
    assert asked.headers["Referer"] == "https://sns.sseinfo.com/"
    assert (SOURCES["sse"].is_feed, FEED.is_whole) == (True, False)


def test_a_company_s_own_feed_is_asked_by_its_number() -> None:
    own = sse.company("603999", "333127")
    asked = urlsplit(sse.request(own, WINDOW, 1).address)
    assert asked.path == "/ajax/userfeeds.do"
    assert {"uid": ["333127"], "typeCode": ["company"], "type": ["30"]}.items() <= parse_qs(asked.query).items()
    assert (own.security_code, own.is_whole, own.name) == ("603999", True, "603999-333127")


def test_a_post_is_read_whole() -> None:
    at = NOW - timedelta(minutes=17)
    page = parsed(post(7, at, code="688999"))
    one = page.rows[0]
    assert (page.total, page.others, page.notes) == (None, (), ())
    assert (one.announcement.announcement_id, one.sighting.source_key) == ("sse-7", "7")
    assert (one.announcement.security_code, one.announcement.exchange, one.sighting.board) == ("688999", "SSE", "star")
    assert (one.sighting.security_name, one.sighting.org_id) == ("虚构07", None)
    assert (one.announcement.disclosed_on, one.announcement.disclosed_at) == (at.date(), at)
    assert one.announcement.title == f"投资者关系活动记录表{at:%Y%m%d}-0"
    assert (one.sighting.address or "").startswith("https://sns.sseinfo.com/resources/images/upload/202608/2026080616")


def test_each_file_of_a_post_is_a_sighting_of_one_announcement() -> None:
    files = [
        ("/resources/a.docx", "演示文稿.docx"),
        ("/resources/b.PDF", "投资者关系活动记录表.PDF"),
        ("/c.png", "图.png"),
    ]
    rows = parsed(post(7, NOW, files=files)).rows
    assert [one.sighting.source_key for one in rows] == ["7", "7-2"]
    assert [one.sighting.title for one in rows] == ["演示文稿", "投资者关系活动记录表"]
    assert {(one.announcement.announcement_id, one.announcement.title) for one in rows} == {
        ("sse-7", "投资者关系活动记录表")
    }


NAMED = [("/resources/a.pdf", "附件.pdf")]


@pytest.mark.parametrize(
    ("text", "files", "is_record"),
    [
        ("详情请见附件", [("/a.pdf", "投资者关系活动记录表.pdf")], True),
        ("公司于8月5日举办了特定对象调研活动", [("/a.doc", "0805.doc")], True),
        ("公司7月接待投资者调研两次，记录见附件", [("/a.DOCX", "七月.DOCX")], True),
        ("公司业绩说明会记录", [("/a.pdf", "说明会.pdf")], True),
        ("投资者关系活动记录", [], False),
        ("公司接待了投资者调研", [("/a.png", "照片.png")], False),
        ("公司业绩说明会将于8月20日召开", [("/a.pdf", "关于召开业绩说明会的公告.pdf")], False),
        ("投资者关系管理制度", [("/a.pdf", "投资者关系管理制度.pdf")], False),
        ("2026年半年度报告解读", [("/a.pdf", "一图读懂.pdf")], False),
    ],
)  # fmt: skip
def test_what_a_post_and_its_files_say_tells_a_record(text: str, files: list[tuple[str, str]], is_record: bool) -> None:
    page = parsed(post(7, NOW, text=text, files=files))
    assert (len(page.rows), len(page.others)) == (is_record, not is_record)
    assert page.days == (("7", NOW.date()),)


@pytest.mark.parametrize(
    ("printed", "upload", "disclosed", "is_doubtful"),
    [
        ("17分钟前", "20260806162200", "2026-08-06 16:22", False),
        ("1小时前", "20260806154202", "2026-08-06 15:39", False),
        ("昨天 16:50", "20260805164000", "2026-08-05 16:50", False),
        ("昨天 16:50", "20260701090000", "2026-08-05 16:50", False),
        ("昨天 16:50", "20260806110000", "2026-08-06 11:00", True),
        ("08月01日 09:00", "20260802090000", "2026-08-02 09:00", True),
        ("刚刚", "20260807090000", "2026-08-06 16:39", True),
    ],
    ids=["minutes", "hours", "yesterday", "an old file", "the page is of yesterday", "a day", "a file of tomorrow"],
)
def test_a_time_is_checked_against_the_upload(printed: str, upload: str, disclosed: str, is_doubtful: bool) -> None:
    files = [(f"/resources/images/upload/{upload[:6]}/{upload}0533054084.pdf", "投资者关系活动记录表.pdf")]
    page = parsed(post(7, NOW, files=files, printed=printed))
    assert f"{page.rows[0].announcement.disclosed_at:%Y-%m-%d %H:%M}" == disclosed
    assert bool(page.notes) == is_doubtful


@pytest.mark.parametrize("content", [EMPTY, "", "  \n", "<div></div>"])
def test_the_end_holds_nothing(content: str) -> None:
    assert sse.parse(content.encode(), NOW, FEED) == ListingPage(total=None, rows=())


@pytest.mark.parametrize(
    "content",
    [
        b"<html><script>challenge()</script></html>", b"busy", b'{"error": 1}', b"\xff\xfe",
        html_of(post(7, NOW), NOW).replace("item-7", "item-x").encode(),
        html_of(post(7, NOW), NOW).replace("603999.png", "default.png").encode(),
        html_of(post(7, NOW), NOW).replace("刚刚", "不久").encode(),
        html_of(post(7, NOW), NOW).replace("m_feed_from", "m_from").encode(),
        html_of(post(7, NOW), NOW).replace("m_feed_txt", "m_txt").encode(),
    ],
    ids=["challenge", "words", "JSON", "bytes", "item", "avatar", "time", "place of the time", "text"],
)  # fmt: skip
def test_an_answer_of_another_shape_breaks_the_contract(content: bytes) -> None:
    with pytest.raises(ContractBroken) as caught:
        sse.parse(content, NOW, FEED)
    assert caught.value.source == "sse"


def example(shared: Path, name: str, at: datetime = NOW) -> ListingPage:
    """One of the contract's examples."""
    return sse.parse((shared / "contracts/examples" / name).read_bytes(), at, FEED)


def test_the_recorded_page_is_read(shared: Path) -> None:
    page = example(shared, "sse_sns_feeds_type30.recorded.html")
    assert [one.announcement.announcement_id for one in page.rows] == ["sse-1777290", "sse-1777268", "sse-1777264"]
    assert [one.announcement.security_code for one in page.rows] == ["603459", "600926", "603998"]
    assert {one.announcement.kind for one in page.rows} == {"record"}
    assert [(one.sighting.address or "").rpartition(".")[2] for one in page.rows] == ["docx", "pdf", "doc"]
    assert {one.announcement.disclosed_on for one in page.rows} == {date(2026, 8, 6)}
    assert (page.others, page.notes) == ((), ())


def test_the_page_with_edge_cases_is_read(shared: Path) -> None:
    page = example(shared, "sse_sns_feeds_type30_edge_cases.constructed.html", NOW + timedelta(days=1))
    assert [(one.sighting.source_key, f"{one.announcement.disclosed_at:%Y-%m-%d %H:%M}") for one in page.rows] == [
        ("1777305", "2026-08-06 16:50"), ("1777305-2", "2026-08-06 16:50"), ("1701200", "2025-12-31 17:00"),
    ]  # fmt: skip
    assert [(one.key, one.day) for one in page.others] == [
        ("1777310", date(2026, 8, 7)), ("1777301", date(2026, 8, 1)),
    ]  # fmt: skip


def test_the_recorded_end_and_a_recorded_company_feed_are_read(shared: Path) -> None:
    assert example(shared, "sse_sns_feeds_empty.recorded.html").days == ()
    page = example(shared, "sse_sns_userfeeds_type11.recorded.html")
    assert (page.rows, page.days) == ((), (("1756552", date(2026, 6, 25)),))
