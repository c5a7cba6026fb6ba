"""北交所: its form, its JSONP, flat and grouped by company, and messages in place of rows."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from extractors.errors import ContractBroken, RequestRefused
from extractors.listing import ListingPage, Window, end_of
from extractors.sources import SOURCES, bse
from tests.exchange.bse import disclosure

SEEN = datetime(2026, 3, 11, tzinfo=UTC)
FLAT = bse.SOURCE.partitions[0]
KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"


def flat(*rows: dict[str, object], total: object = None, wrapper: str = "cb({})") -> bytes:
    """The flat answer with these rows."""
    listed = {"content": rows, "totalElements": len(rows) if total is None else total}
    return wrapper.format(json.dumps([{"listInfo": listed}], ensure_ascii=False)).encode()


def parsed(*rows: dict[str, object]) -> ListingPage:
    """The flat answer, read."""
    return bse.parse(flat(*rows), SEEN, FLAT)


@pytest.mark.parametrize(("partition", "place"), [(FLAT, bse.FLAT), (bse.BY_COMPANY, bse.GROUPED)])
def test_the_first_page_is_0_and_fields_of_several_values_come_as_often(partition: object, place: str) -> None:
    asked = bse.request(partition, Window(start=date(2026, 3, 1), end=date(2026, 3, 8)), 1)  # type: ignore[arg-type]
    form = asked.form or {}
    assert (asked.method, asked.address) == ("POST", f"https://www.bse.cn{place}?callback=cb")
    assert (form["page"], form["startTime"], form["endTime"]) == ("0", "2026-03-01", "2026-03-08")
    assert (form["keyword"], form["xxfcbj[]"], form["disclosureType[]"]) == ("投资者关系活动", "2", "5")
    assert isinstance(form["needFields[]"], tuple)
    assert {"companyCd", "disclosureTitle", "destFilePath", "publishDate"} <= set(form["needFields[]"])
    assert (form.get("siteId"), "path" in form) == ("6" if partition is bse.BY_COMPANY else None, False)
    assert SOURCES["bse"] is bse.SOURCE


def test_a_row_is_read_whole() -> None:
    one = parsed(disclosure(7, "2026-03-03", disclosureCode=KEY)).rows[0]
    assert one.announcement.announcement_id.startswith(f"bj-{one.announcement.security_code}-")
    assert one.sighting.source_key == KEY
    assert (one.announcement.title, one.sighting.title) == (
        "投资者关系活动记录表",
        "[临时公告]虚构07:投资者关系活动记录表",
    )
    assert (one.announcement.security_code, one.announcement.exchange, one.sighting.board) == ("920007", "BSE", "bse")
    assert (one.announcement.disclosed_at, one.announcement.available_at) == (None, end_of(date(2026, 3, 3)))
    assert (one.sighting.address or "").startswith("https://www.bse.cn/disclosure/2026/2026-03-03/")


def test_without_a_code_of_its_own_the_file_s_name_is_the_key() -> None:
    row = disclosure(7, "2026-03-03", destFilePath=f"/disclosure/2026/2026-03-03/{KEY}.pdf")
    del row["disclosureCode"]
    assert parsed(row).rows[0].sighting.source_key == KEY


@pytest.mark.parametrize(
    ("printed", "more", "title"),
    [
        ("[临时公告]虚构:投资者关系活动记录表", "", "投资者关系活动记录表"),
        ("[临时公告]虚构：投资者关系活动记录表", "（更正后）", "投资者关系活动记录表（更正后）"),
        ("[临时公告]投资者关系活动记录表", None, "投资者关系活动记录表"),
        ("投资者关系活动记录表", "", "投资者关系活动记录表"),
        ("调研：投资者关系活动记录表", "", "调研：投资者关系活动记录表"),
    ],
)
def test_class_and_name_in_front_of_a_title_leave_it(printed: str, more: str | None, title: str) -> None:
    row = disclosure(7, "2026-03-03", disclosureTitle=printed, disclosurePostTitle=more)
    assert parsed(row).rows[0].announcement.title == title


def test_rows_of_other_things_count_and_stay_out() -> None:
    page = parsed(
        disclosure(1, "2026-03-03"), disclosure(2, "2026-03-03", "投资者关系管理制度"), disclosure(3, "2026-03-03", "年度报告")
    )  # fmt: skip
    assert (page.total, len(page.rows), len(page.others)) == (3, 1, 2)
    assert [title.partition(":")[2] for title in page.strangers] == ["年度报告"]


def test_grouped_rows_are_counted_by_company() -> None:
    rows = [disclosure(1, "2026-03-03"), disclosure(1001, "2026-03-03")]
    groups = [
        {"disclosures": rows, "totalElements": 1450},
        {"disclosures": [disclosure(2, "2026-03-03")], "totalElements": 1450},
    ]
    content = f"cb({json.dumps({'data': {'content': groups, 'totalElements': 2}})})".encode()
    page = bse.parse(content, SEEN, bse.BY_COMPANY)
    assert (page.total, page.groups, len(page.rows)) == (2, ("920001", "920002"), 3)


@pytest.mark.parametrize("wrapper", ["cb({})", "null({})", " jQuery.cb_1 ( {} ) ;\n".replace(" (", "(")])
def test_any_wrapper_is_taken_off(wrapper: str) -> None:
    assert bse.parse(flat(disclosure(1, "2026-03-03"), wrapper=wrapper), SEEN, FLAT).total == 1


def test_a_message_with_status_200_is_no_empty_page() -> None:
    with pytest.raises(RequestRefused) as caught:
        bse.parse('cb([{"msg":"请求参数异常"}])'.encode(), SEEN, FLAT)
    assert caught.value.said == "请求参数异常"


@pytest.mark.parametrize(
    "content",
    [
        b"", b"<html></html>", b'{"listInfo": {}}', b"cb()", b"cb(null)", b"cb([])", b"cb({})", b'cb([{"listInfo": {}}])',
        flat(total="many"), flat({"companyCd": "920001"}), flat(disclosure(1, "2026-03-03", companyCd="")),
        flat(disclosure(1, "2026-03-03", disclosureCode="", destFilePath="/a.pdf")),
        flat(disclosure(1, "2026-03-03", publishDate=None)), flat(disclosure(1, "2026-03-03", publishDate="gestern")),
    ],
    ids=range(14),
)  # fmt: skip
def test_an_answer_of_another_shape_breaks_the_contract(content: bytes) -> None:
    with pytest.raises(ContractBroken) as caught:
        bse.parse(content, SEEN, FLAT)
    assert caught.value.source == "bse"


def example(shared: Path, name: str) -> ListingPage:
    """One of the contract's examples."""
    return bse.parse((shared / "contracts/examples" / name).read_bytes(), SEEN, FLAT)


def test_the_examples_are_read(shared: Path) -> None:
    record = example(shared, "bse_companyAnnouncement_ir.constructed.jsonp.txt")
    assert (record.total, [one.announcement.title for one in record.rows]) == (1, ["投资者关系活动记录表"])
    grouped = example(shared, "bse_initDisclosureList.recorded.jsonp.txt")
    assert (grouped.total, grouped.groups, len(grouped.rows), len(grouped.others)) == (665, ("920007",), 0, 2)
    assert example(shared, "bse_initDisclosureList_empty.recorded.jsonp.txt").total == 0
    with pytest.raises(RequestRefused):
        example(shared, "bse_param_error.recorded.jsonp.txt")
