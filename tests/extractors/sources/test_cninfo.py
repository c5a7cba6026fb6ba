"""cninfo: its requests, and its answers, recorded ones and rows of our own."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from extractors.errors import ContractBroken
from extractors.listing import CHINA, ListingPage, Window, end_of
from extractors.sources import SOURCES, cninfo

SEEN = datetime(2026, 3, 11, tzinfo=UTC)
SZSE, SSE, BJ = cninfo.SOURCE.partitions


def parsed(content: bytes) -> ListingPage:
    """A page of the first partition."""
    return cninfo.parse(content, SEEN, SZSE)


def row(**changed: object) -> dict[str, object]:
    """A row with all fields of the contract, changed."""
    return {
        "id": None, "secCode": "300999", "secName": "虚构股份", "orgId": "9900000001", "announcementId": "1225000001",
        "announcementTitle": "2026年3月10日投资者关系活动记录表", "announcementTime": 1773137427000,
        "adjunctUrl": "finalpage/2026-03-10/1225000001.PDF", "adjunctSize": 88, "adjunctType": "PDF", "storageTime": None,
        "columnId": "09020202||251302", "pageColumn": "SZCY", "announcementType": "012001", "shortTitle": None, **changed,
    }  # fmt: skip


def page(*rows: object, total: object = 1, **more: object) -> bytes:
    """An answer with these rows."""
    return json.dumps({"totalAnnouncement": total, "announcements": list(rows), "hasMore": True, **more}).encode()


def test_the_request_is_a_form_for_one_page_of_a_window() -> None:
    asked = cninfo.request(SSE, Window(start=date(2026, 3, 1), end=date(2026, 3, 8)), 2)
    assert (asked.method, asked.address) == ("POST", "https://www.cninfo.com.cn/new/hisAnnouncement/query")
    assert asked.form == {
        "pageNum": "2", "pageSize": "30", "column": "sse", "plate": "sh", "tabName": "relation", "stock": "",
        "searchkey": "", "secid": "", "category": "", "trade": "", "seDate": "2026-03-01~2026-03-08", "sortName": "",
        "sortType": "", "isHLtitle": "false",
    }  # fmt: skip
    assert "?" not in asked.address
    assert asked.headers["X-Requested-With"] == "XMLHttpRequest"


def test_the_three_exchanges_are_asked_for_by_themselves() -> None:
    assert [(one.name, dict(one.fields)) for one in cninfo.SOURCE.partitions] == [
        ("szse", {"column": "szse", "plate": ""}),
        ("sse", {"column": "sse", "plate": "sh"}),
        ("bj", {"column": "bj", "plate": "bj"}),
    ]
    assert SOURCES["cninfo"] is cninfo.SOURCE


def test_a_row_is_read_whole() -> None:
    one = parsed(page(row())).rows[0]
    assert one.announcement.announcement_id == "cninfo-1225000001"
    assert (one.announcement.security_code, one.announcement.exchange, one.announcement.kind) == (
        "300999",
        "SZSE",
        "record",
    )
    assert one.announcement.disclosed_on == date(2026, 3, 10)
    assert (
        one.announcement.disclosed_at
        == one.announcement.available_at
        == datetime(2026, 3, 10, 18, 10, 27, tzinfo=CHINA)
    )
    assert one.sighting.address == "https://static.cninfo.com.cn/finalpage/2026-03-10/1225000001.PDF"
    assert (one.sighting.source, one.sighting.source_key, one.sighting.partition) == ("cninfo", "1225000001", "szse")
    assert (one.sighting.security_name, one.sighting.org_id, one.sighting.board) == (
        "虚构股份",
        "9900000001",
        "chinext",
    )
    assert one.sighting.first_seen_at == one.sighting.last_seen_at == one.announcement.first_seen_at == SEEN


def test_midnight_means_that_only_the_day_is_known() -> None:
    made = parsed(page(row(announcementTime=1773072000000))).rows[0].announcement
    assert (made.disclosed_on, made.disclosed_at, made.available_at) == (
        date(2026, 3, 10),
        None,
        end_of(date(2026, 3, 10)),
    )


@pytest.mark.parametrize(
    ("changed", "day", "address"),
    [
        (
            {"announcementTime": 1773157800000, "adjunctUrl": "finalpage/2026-03-11/1.PDF"},
            date(2026, 3, 11),
            "finalpage/2026-03-11/1.PDF",
        ),
        ({"announcementTime": 1773157800000, "adjunctUrl": "other/1.PDF"}, date(2026, 3, 10), "other/1.PDF"),
        ({"announcementTime": 1773157800000, "adjunctUrl": ""}, date(2026, 3, 10), None),
        ({"announcementTime": 1773161999999, "adjunctUrl": None}, date(2026, 3, 11), None),
        ({"announcementTime": "1773157800000", "adjunctUrl": ""}, date(2026, 3, 10), None),
    ],
    ids=["next day's path", "path without day", "no file", "just before midnight UTC+8 is past", "stamp as text"],
)
def test_the_nominal_day_is_that_of_the_path_else_of_the_stamp(
    changed: dict[str, object], day: date, address: str | None
) -> None:
    one = parsed(page(row(**changed))).rows[0]
    assert one.announcement.disclosed_on == day
    assert one.sighting.address == (f"https://static.cninfo.com.cn/{address}" if address else None)


@pytest.mark.parametrize(
    ("code", "column", "exchange", "board"),
    [
        ("000001", "SZZB", "SZSE", "main"), ("002001", "SZMB", "SZSE", "main"), ("300001", "SZCY", "SZSE", "chinext"),
        ("600001", "SHZB", "SSE", "main"), ("688001", "SHKCB", "SSE", "star"), ("920001", "BJS", "BSE", "bse"),
        ("920001", "", "BSE", None), ("900901", None, "SSE", None), ("688001", "ASCXX", "SSE", None),
    ],
)  # fmt: skip
def test_board_and_exchange_come_from_the_column_else_the_code(
    code: str, column: str | None, exchange: str, board: str | None
) -> None:
    one = parsed(page(row(secCode=code, pageColumn=column))).rows[0]
    assert (one.announcement.exchange, one.sighting.board) == (exchange, board)


def test_a_joint_filing_is_listed_under_its_first_code_and_noted() -> None:
    found = parsed(page(row(secCode="000001, 000002")))
    assert found.rows[0].announcement.security_code == "000001"
    assert found.notes == ("joint filing: 000001, 000002",)


def test_highlighting_blanks_and_missing_names_are_read() -> None:
    one = parsed(
        page(row(announcementTitle="<em>投资者关系</em>活动记录表&amp;附", secName=None, orgId="gssz0000001"))
    ).rows[0]
    assert (one.announcement.title, one.sighting.security_name) == ("投资者关系活动记录表&附", None)


@pytest.mark.parametrize("rows", [None, []], ids=["null", "list"])
def test_no_rows(rows: object) -> None:
    content = json.dumps({"totalAnnouncement": 0, "announcements": rows}).encode()
    assert parsed(content) == ListingPage(total=0, rows=())


def test_fields_of_newer_servers_are_no_hindrance() -> None:
    assert len(parsed(page(row(announcementTypeStatus="x", secNameOther=None), categoryList=[])).rows) == 1


@pytest.mark.parametrize(
    "name",
    [
        "secCode",
        "secName",
        "orgId",
        "announcementId",
        "announcementTitle",
        "announcementTime",
        "adjunctUrl",
        "pageColumn",
    ],
)
def test_a_row_without_a_promised_field_breaks_the_contract(name: str) -> None:
    short = row()
    del short[name]
    with pytest.raises(ContractBroken) as caught:
        parsed(page(short))
    assert (caught.value.source, caught.value.missing) == ("cninfo", f"field {name}")


@pytest.mark.parametrize(
    "content",
    [
        b"", b"<html>forbidden</html>", b"null", b"[]", b"7", b'{"announcements": []}', b'{"totalAnnouncement": 3}',
        b'{"totalAnnouncement": null, "announcements": null}', b'{"totalAnnouncement": 1, "announcements": {"a": 1}}',
        b'{"totalAnnouncement": 1, "announcements": "abc"}', b'{"totalAnnouncement": 1, "announcements": [null]}',
        page(row(announcementTime=None)), page(row(announcementTime="yesterday")), page(row(announcementTime=10**30)),
        page(row(announcementId=None)), page(row(announcementId="")), page(row(secCode=None)), page(row(secCode="")),
        page(row(adjunctUrl="finalpage/2026-13-45/1.PDF")), page(row(announcementTitle=None)), b"[" * 100_000, b"\xff\xfe\x00",
    ],
    ids=range(22),
)  # fmt: skip
def test_an_answer_of_another_shape_breaks_the_contract(content: bytes) -> None:
    with pytest.raises(ContractBroken):
        parsed(content)


@pytest.mark.parametrize(
    ("name", "total", "count"),
    [
        ("cninfo_hisAnnouncement_relation.recorded.json", 75, 2),
        ("cninfo_hisAnnouncement_fulltext.recorded.json", 355474, 3),
        ("cninfo_hisAnnouncement_empty_list.recorded.json", 0, 0),
        ("cninfo_hisAnnouncement_empty_null.adapted.json", 0, 0),
    ],
)
def test_example_answers_are_read(shared: Path, name: str, total: int, count: int) -> None:
    found = parsed((shared / "contracts/examples" / name).read_bytes())
    assert (found.total, len(found.rows)) == (total, count)


def test_the_example_with_edge_cases_is_read(shared: Path) -> None:
    found = parsed(
        (
            shared / "contracts/examples/cninfo_hisAnnouncement_relation_page_with_edge_cases.constructed.json"
        ).read_bytes()
    )
    assert len({one.sighting.source_key for one in found.rows}) == len(found.rows)
    assert not [one.announcement.title for one in found.rows if "<" in one.announcement.title]
    assert {"record", "annex", "policy"} <= {one.announcement.kind for one in found.rows}


def test_a_page_of_the_file_host_s_error_breaks_the_contract(shared: Path) -> None:
    with pytest.raises(ContractBroken):
        parsed((shared / "contracts/examples/cninfo_static_404.constructed.html").read_bytes())


def test_recorded_rows_are_of_shenzhen_with_an_instant_on_their_day(shared: Path) -> None:
    rows = [one for file in sorted((shared / "contracts/recorded").glob("*_relation.json")) for one in recorded(file)]
    found = parsed(page(*rows, total=len(rows))).rows
    assert len(found) == 176
    assert {one.announcement.exchange for one in found} == {"SZSE"}
    assert {one.sighting.board for one in found} == {"main", "chinext"}
    assert [one for one in found if one.announcement.disclosed_at is None or one.sighting.address is None] == []
    assert {one.announcement.kind for one in found} <= {"record", "annex", "notice", "policy", "correction"}


def recorded(file: Path) -> list[object]:
    """The rows of a recorded day."""
    return [one["raw"] for one in json.loads(file.read_text(encoding="utf-8"))["items"]]
