"""cninfo's full text: what is asked by keyword, and which rows are records."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from extractors.errors import ContractBroken
from extractors.listing import ListingPage, Partition, Window
from extractors.sources import SOURCES, cninfo_fulltext
from tests.exchange.cninfo import envelope, notice

SEEN = datetime(2026, 3, 11, tzinfo=UTC)
BJ, *SSE = cninfo_fulltext.SOURCE.partitions


def parsed(*rows: dict[str, object], partition: Partition = BJ) -> ListingPage:
    """A page with these rows."""
    return cninfo_fulltext.parse(json.dumps(envelope(list(rows), len(rows))).encode(), SEEN, partition)


def test_beijing_and_shanghai_are_asked_by_keyword() -> None:
    window = Window(start=date(2026, 3, 1), end=date(2026, 3, 8))
    forms = [cninfo_fulltext.request(one, window, 1).form or {} for one in cninfo_fulltext.SOURCE.partitions]
    assert {form["tabName"] for form in forms} == {"fulltext"}
    assert [(form["column"], form["plate"], form["searchkey"]) for form in forms] == [
        ("bj", "bj", "投资者关系活动"), ("sse", "sh", "投资者关系活动"), ("sse", "sh", "调研"), ("sse", "sh", "说明会召开情况"),
    ]  # fmt: skip
    assert [one.exchange for one in cninfo_fulltext.SOURCE.partitions] == ["BSE", "SSE", "SSE", "SSE"]
    assert SOURCES["cninfo_fulltext"] is cninfo_fulltext.SOURCE


@pytest.mark.parametrize(
    ("title", "classes", "is_record"),
    [
        ("投资者关系活动记录表", "01010501||010129||012329", True),
        ("说明", "01010501||010129||012329", True),
        ("<em>投资者关系活动</em>记录表", "01010501||010129", True),
        ("关于接待投资者调研情况的公告", None, True),
        ("2025年度业绩说明会召开情况的公告", "01010503", True),
        ("投资者关系管理制度", "01010501||010129", False),
        ("关于召开2025年度业绩说明会的公告", "01010503", False),
        ("向特定投资者发行股票的公告", "01010503", False),
    ],
)
def test_class_or_title_tells_a_record_and_the_rest_is_counted(
    title: str, classes: str | None, is_record: bool
) -> None:
    page = parsed(notice(1, "2026-03-03", title, announcementType=classes))
    assert (len(page.rows), len(page.others), page.total) == (is_record, not is_record, 1)
    assert page.days == (("1225000001", date(2026, 3, 3)),)


def test_a_row_is_a_sighting_at_cninfo() -> None:
    made = parsed(notice(1, "2026-03-03")).rows[0]
    assert (made.sighting.source_key, made.sighting.source) == ("1225000001", "cninfo_fulltext")
    assert (made.announcement.exchange, made.sighting.board, made.announcement.disclosed_at) == ("BSE", "bse", None)


def test_titles_without_a_word_of_the_keyword_are_strangers() -> None:
    page = parsed(notice(1, "2026-03-03"), notice(2, "2026-03-03", "2026年半年度报告"))
    assert page.strangers == ("2026年半年度报告",)


@pytest.mark.parametrize("content", [b"", b"<html>", b"{}", b'{"totalAnnouncement": 1, "announcements": [{}]}'])
def test_an_answer_of_another_shape_breaks_the_contract(content: bytes) -> None:
    with pytest.raises(ContractBroken) as caught:
        cninfo_fulltext.parse(content, SEEN, BJ)
    assert caught.value.source == "cninfo_fulltext"


def test_of_two_whole_days_the_records_are_found(shared: Path) -> None:
    files = sorted((shared / "contracts/recorded").glob("*_fulltext.json"))
    rows = [one["raw"] for file in files for one in json.loads(file.read_text("utf-8"))["items"]]
    of_beijing = [one for one in rows if one["pageColumn"] == "BJS"]
    of_shanghai = [one for one in rows if str(one["pageColumn"]).startswith("SH")]
    assert len(rows) > 2000
    assert len(parsed(*of_beijing).rows) == 9
    found = parsed(*of_shanghai, partition=SSE[0])
    assert (len(found.rows), {one.announcement.kind for one in found.rows}) == (2, {"record"})
    assert len(found.rows) + len(found.others) == len(of_shanghai)


def test_the_recorded_records_are_all_records(shared: Path) -> None:
    rows = json.loads((shared / "contracts/recorded/fulltext_ir_record_items.json").read_text("utf-8"))
    page = parsed(*rows)
    assert (len(page.rows), page.others) == (35, ())
    assert {one.announcement.kind for one in page.rows} == {"record"}
