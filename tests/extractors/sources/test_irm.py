"""互动易: fields in the query string, rows that are cninfo's."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from extractors.errors import ContractBroken
from extractors.listing import CHINA, ListingPage, Window
from extractors.sources import SOURCES, cninfo, irm
from tests.exchange.cninfo import envelope, row
from tests.exchange.irm import irm_row

SEEN = datetime(2026, 3, 11, tzinfo=UTC)
SZSE = irm.SOURCE.partitions[0]


def parsed(*rows: dict[str, object]) -> ListingPage:
    """A page with these rows."""
    return irm.parse(json.dumps({"totalRecord": len(rows), "results": rows}).encode(), SEEN, SZSE)


def test_fields_stand_in_the_query_string_and_the_page_is_page_no() -> None:
    asked = irm.request(SZSE, Window(start=date(2026, 3, 1), end=date(2026, 3, 8)), 2)
    query = {name: values[0] for name, values in parse_qs(urlsplit(asked.address).query).items()}
    assert (asked.method, asked.form) == ("POST", None)
    assert asked.address.startswith("https://irm.cninfo.com.cn/newircs/index/search?")
    assert query == {
        "pageNo": "2", "pageSize": "30", "searchTypes": "4", "onlyAttentionCompany": "2",
        "startDate": "2026-03-01 00:00:00", "endDate": "2026-03-08 23:59:59",
    }  # fmt: skip
    assert SOURCES["irm"] is irm.SOURCE


@pytest.mark.parametrize("clock", ["18:10:27", "00:00:00", "23:50:00"])
def test_a_row_is_the_announcement_that_cninfo_lists(clock: str) -> None:
    listed = row(1, "2026-03-03", clock=clock)
    there = cninfo.parse(json.dumps(envelope([listed], 1)).encode(), SEEN, cninfo.SOURCE.partitions[0]).rows[0]
    here = parsed(irm_row(listed)).rows[0]
    assert here.announcement == there.announcement
    assert (here.sighting.address, here.sighting.org_id, here.sighting.board) == (
        there.sighting.address, there.sighting.org_id, there.sighting.board,
    )  # fmt: skip
    assert (here.sighting.source, here.sighting.source_key) == ("irm", there.sighting.source_key)


@pytest.mark.parametrize("changed", [{"attachmentUrl": ""}, {"attachmentUrl": None}])
def test_without_a_file_the_stamp_gives_the_day(changed: dict[str, object]) -> None:
    made = parsed(irm_row(row(1, "2026-03-03")) | changed).rows[0]
    assert (made.sighting.address, made.announcement.disclosed_on) == (None, date(2026, 3, 3))


def test_rows_of_another_kind_are_strangers() -> None:
    assert parsed(irm_row(row(1, "2026-03-03")) | {"contentType": 11, "mainContent": "请问"}).strangers == ("请问",)


@pytest.mark.parametrize(
    "name",
    ["indexId", "pubDate", "attachmentUrl", "stockCode", "companyShortName", "secid", "mainContent", "contentType"],
)
def test_a_row_without_a_promised_field_breaks_the_contract(name: str) -> None:
    short = irm_row(row(1, "2026-03-03"))
    del short[name]
    with pytest.raises(ContractBroken) as caught:
        parsed(short)
    assert (caught.value.source, caught.value.missing) == ("irm", f"field {name}")


@pytest.mark.parametrize(
    "content",
    [b"", b"<html>", b"null", b"[]", b"{}", b'{"totalRecord": 1}', b'{"totalRecord": null, "results": []}',
     b'{"totalRecord": 1, "results": [null]}'],
)  # fmt: skip
def test_an_answer_of_another_shape_breaks_the_contract(content: bytes) -> None:
    with pytest.raises(ContractBroken):
        irm.parse(content, SEEN, SZSE)


def test_recorded_answers_are_read(shared: Path) -> None:
    folder = shared / "contracts/examples"
    content = (folder / "irm_index_search_type4.recorded.json").read_bytes()
    found = irm.parse(content, SEEN, SZSE)
    assert (found.total, len(found.rows), found.strangers) == (245, 3, ())
    assert [one.announcement.announcement_id for one in found.rows] == [
        f"cninfo-{one['indexId']}" for one in json.loads(content)["results"]
    ]
    assert found.rows[1].announcement.disclosed_at == datetime(2026, 8, 5, 9, 30, tzinfo=CHINA)
    empty = irm.parse((folder / "irm_index_search_type4_empty.recorded.json").read_bytes(), SEEN, SZSE)
    assert empty == ListingPage(total=0, rows=())
