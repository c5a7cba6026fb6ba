"""Eastmoney's surveys: one day a query, activities and institutions as facts, codes that are no data or no answer."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from extractors.errors import ContractBroken, RequestRefused
from extractors.facts import Survey
from extractors.listing import ListingPage, Partition, Window
from extractors.sources import SOURCES, eastmoney
from tests.exchange.vendor import BUSY, NONE, survey

SEEN = datetime(2026, 3, 11, tzinfo=UTC)
ACTIVITIES, INSTITUTIONS = eastmoney.SOURCE.partitions


def parsed(*rows: dict[str, object], partition: Partition = ACTIVITIES) -> ListingPage:
    """A page with these rows."""
    body = {"result": {"pages": 1, "data": rows, "count": len(rows)}, "success": True, "code": 0}
    return eastmoney.parse(json.dumps(body).encode(), SEEN, partition)


@pytest.mark.parametrize(
    ("partition", "report", "wanted"),
    [
        (ACTIVITIES, "RPT_ORG_SURVEYNEW", '(NUMBERNEW="1")(IS_SOURCE="1")(NOTICE_DATE=\'2026-03-03\')'),
        (INSTITUTIONS, "RPT_ORG_SURVEY", "(IS_SOURCE=\"1\")(NOTICE_DATE='2026-03-03')"),
    ],
)
def test_one_day_is_asked_for_in_pages_of_50(partition: Partition, report: str, wanted: str) -> None:
    day = date(2026, 3, 3)
    asked = urlsplit(eastmoney.request(partition, Window(start=day, end=day), 2).address)
    query = {name: values[0] for name, values in parse_qs(asked.query).items()}
    assert (query["reportName"], query["filter"], query["pageNumber"], query["pageSize"]) == (report, wanted, "2", "50")
    assert (eastmoney.SOURCE.most_days, eastmoney.SOURCE.page_limit) == (1, 90)


def test_it_announces_nothing() -> None:
    assert "eastmoney" not in SOURCES
    page = parsed(survey(1, "2026-03-03"))
    assert (page.rows, page.total, [other.day for other in page.others]) == ((), 1, [date(2026, 3, 3)])


def test_an_activity_is_read_whole() -> None:
    (found,) = parsed(survey(1, "2026-03-03", RECEIVE_END_DATE="2026-03-04 00:00:00")).facts
    assert isinstance(found, Survey)
    assert found == Survey(
        survey_id=found.survey_id, first_seen_at=SEEN, last_seen_at=SEEN, security_code="300001", exchange="SZSE", notice_on=date(2026, 3, 3), start_on=date(2026, 3, 3),
        end_on=date(2026, 3, 4), time_printed="2026-03-03 15:00-16:00", way="分析师会议", file_key="AN000000000000000001",
        institution=None, visitor=None, institution_count=12,
    )  # fmt: skip


def test_an_institution_is_read_with_its_visitor() -> None:
    row = survey(1, "2026-03-03", institution="虚构基金", INVESTIGATORS="甲某", SECUCODE="920001.BJ")
    (found,) = parsed(row, partition=INSTITUTIONS).facts
    assert isinstance(found, Survey)
    assert (found.institution, found.visitor, found.exchange) == ("虚构基金", "甲某", "BSE")


def test_rows_that_differ_in_anything_are_two() -> None:
    rows = [survey(1, "2026-03-03"), survey(1, "2026-03-03", RECEIVE_PLACE="线上")]
    assert len({other.key for other in parsed(*rows).others}) == 2
    assert len({other.key for other in parsed(rows[0], dict(reversed(rows[0].items()))).others}) == 1


def test_no_data_is_no_rows_and_a_busy_server_is_an_error() -> None:
    assert eastmoney.parse(json.dumps(NONE).encode(), SEEN, ACTIVITIES) == ListingPage(total=0, rows=())
    with pytest.raises(RequestRefused, match="9701"):
        eastmoney.parse(json.dumps(BUSY).encode(), SEEN, ACTIVITIES)


@pytest.mark.parametrize(
    "name", ["SECUCODE", "NOTICE_DATE", "RECEIVE_START_DATE", "RECEIVE_END_DATE", "RECEIVE_OBJECT"]
)
def test_a_row_without_a_promised_field_breaks_the_contract(name: str) -> None:
    row = survey(1, "2026-03-03", institution="虚构基金")
    del row[name]
    with pytest.raises(ContractBroken) as caught:
        parsed(row, partition=INSTITUTIONS)
    assert (caught.value.source, caught.value.missing) == ("eastmoney", f"field {name}")


@pytest.mark.parametrize("content", [b"", b"<html>", b"null", b"{}", b'{"result": null}', b'{"result": {"data": []}}'])
def test_an_answer_of_another_shape_breaks_the_contract(content: bytes) -> None:
    with pytest.raises(ContractBroken):
        eastmoney.parse(content, SEEN, ACTIVITIES)


@pytest.mark.parametrize(
    ("name", "partition", "count"),
    [
        ("eastmoney_RPT_ORG_SURVEYNEW.adapted.json", ACTIVITIES, 2),
        ("eastmoney_RPT_ORG_SURVEY_columns_ALL.adapted.json", INSTITUTIONS, 3),
        ("eastmoney_datacenter_no_data.adapted.json", ACTIVITIES, 0),
    ],
)
def test_the_examples_are_read(shared: Path, name: str, partition: Partition, count: int) -> None:
    page = eastmoney.parse((shared / "contracts/examples" / name).read_bytes(), SEEN, partition)
    assert (page.total, len(page.facts), len({other.key for other in page.others})) == (count, count, count)


def test_the_busy_example_is_an_error(shared: Path) -> None:
    with pytest.raises(RequestRefused):
        eastmoney.parse((shared / "contracts/examples/eastmoney_datacenter_busy_9701.adapted.json").read_bytes(), SEEN, ACTIVITIES)  # fmt: skip
