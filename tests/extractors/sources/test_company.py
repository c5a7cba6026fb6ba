"""cninfo's lists of codes: exchanges, boards, and the way from Beijing's old codes to the new ones."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from extractors.errors import ContractBroken
from extractors.facts import ListedSecurity
from extractors.fetch import Door, Limits
from extractors.listing import Window
from extractors.sources import SOURCES, company
from extractors.walk import walk
from tests.exchange.server import Exchange
from tests.exchange.vendor import list_answer, security

SEEN = datetime(2026, 3, 11, tzinfo=UTC)
DAY = Window(start=date(2026, 3, 11), end=date(2026, 3, 11))
ALL, BJ = company.SOURCE.partitions


def parsed(*rows: dict[str, object]) -> list[ListedSecurity]:
    """The securities of a list."""
    facts = company.parse(list_answer(list(rows)).content, SEEN, ALL).facts
    return [fact for fact in facts if isinstance(fact, ListedSecurity)]


def test_a_list_is_a_file() -> None:
    addresses = [company.request(one, DAY, 1).address for one in (ALL, BJ)]
    assert addresses == [
        "https://www.cninfo.com.cn/new/data/szse_stock.json", "https://www.cninfo.com.cn/new/data/bj_stock.json",
    ]  # fmt: skip
    assert "company" not in SOURCES


def test_a_security_is_read_whole() -> None:
    assert parsed(security("300999", "9900000001", "虚 构")) == [
        ListedSecurity(
            security_code="300999", current_code="300999", exchange="SZSE", board="chinext", security_name="虚构",
            org_id="9900000001", category="A股", first_seen_at=SEEN, last_seen_at=SEEN,
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "current"),
    [
        ([security("830999", "gfbj0830999"), security("920999", "gfbj0830999")], ["920999", "920999"]),
        ([security("920998", "9900000002"), security("430998", "9900000002")], ["920998", "920998"]),
        ([security("870997", "gfbj0870997")], ["870997"]),
        ([security("301996", "gfbj0870996"), security("920995", "gfbj0870996")], ["301996", "920995"]),
    ],
    ids=["old first", "new first", "no new one", "an issuer that moved to Shenzhen"],
)
def test_beijing_s_old_codes_lead_to_the_new(rows: list[dict[str, object]], current: list[str]) -> None:
    assert [one.current_code for one in parsed(*rows)] == current


@pytest.mark.parametrize(
    "content", [b"", b"<html>", b"{}", b'{"stockList": null}', b'{"stockList": []}', b'{"stockList": [{"code": "1"}]}']
)
def test_an_answer_of_another_shape_breaks_the_contract(content: bytes) -> None:
    with pytest.raises(ContractBroken) as caught:
        company.parse(content, SEEN, ALL)
    assert caught.value.source == "company"


def test_it_is_walked_over_a_socket(exchange: Exchange) -> None:
    exchange.securities["/new/data/bj_stock.json"] = [
        security("920999", "gfbj0830999"),
        security("830999", "gfbj0830999"),
    ]
    door = Door(host_map=exchange.host_map, limits=Limits(pace=0))
    today = datetime.now(UTC).date()
    found = walk(company.SOURCE, BJ, Window(start=today, end=today), lambda request, page: door.ask(request))
    assert {getattr(fact, "security_code", None) for fact in found.facts} == {"920999", "830999"}


def test_the_example_is_read(shared: Path) -> None:
    content = (shared / "contracts/examples/cninfo_szse_stock.adapted.json").read_bytes()
    found = company.parse(content, SEEN, ALL).facts
    assert [(one.exchange, one.board) for one in found if isinstance(one, ListedSecurity)] == [
        ("SZSE", "main"), ("SSE", "main"), ("SZSE", "chinext"), ("SSE", "main"), ("SZSE", "chinext"),
    ]  # fmt: skip


def real(shared: Path, name: str) -> list[ListedSecurity]:
    """A real list. Its capture was written as Latin-1 that is UTF-8: that is undone here."""
    text = (shared / "reference" / name).read_text("utf-8-sig")
    facts = company.parse(text.encode("latin-1"), SEEN, ALL).facts
    return [fact for fact in facts if isinstance(fact, ListedSecurity)]


def test_every_old_code_of_beijing_leads_to_a_new_one(shared: Path) -> None:
    found = real(shared, "cninfo_bj_stock_2026-06.json")
    assert len(found) >= company.FLOORS["bj_stock"]
    assert {one.exchange for one in found} == {"BSE"}
    assert {one.current_code[:2] for one in found} == {"92"}
    assert sum(one.current_code != one.security_code for one in found) == 248


def test_exchanges_and_boards_of_codes_are_those_of_the_exchanges_own_lists(shared: Path) -> None:
    found = {one.security_code: one for one in real(shared, "cninfo_szse_stock_2026-06.json")}
    assert len(found) >= company.FLOORS["szse_stock"]
    master = json.loads((shared / "reference/company_master_2026-08.json").read_text("utf-8"))["companies"]
    both = [(one, found[one["security_code"]]) for one in master if one["security_code"] in found]
    assert len(both) > 5000
    assert [one["security_code"] for one, here in both if one["exchange"] != here.exchange] == []
    boards = {(one["board"], here.board) for one, here in both}
    assert len(boards) == len({board for board, _ in boards}) >= 4
