"""上证e互动's companies: codes and numbers, down to the page of none."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractors.errors import ContractBroken
from extractors.facts import FeedCompany
from extractors.listing import Request, Response, Window
from extractors.sources import SOURCES, sse_company
from extractors.walk import walk

SEEN = datetime(2026, 3, 11, tzinfo=UTC)
ALL = sse_company.SOURCE.partitions[0]
TODAY = Window(start=SEEN.date(), end=SEEN.date())


def page(*companies: tuple[str, str]) -> bytes:
    """An answer with these codes and numbers."""
    boxes = [
        f"<div class='companyBox'>\t<a rel='tag' uid={uid} href='user.do?uid={uid}' title='虚构{uid}'>"
        f"<img src='https://sns.sseinfo.com/resources/images/avatar/company/{code}.png?random=17'  /></a></div>"
        for code, uid in companies
    ]
    return json.dumps({"content": "".join(boxes)}, ensure_ascii=False).encode()


def test_codes_and_numbers_are_read_down_to_the_page_of_none() -> None:
    pages = {1: page(("600999", "65"), ("601999", "92")), 2: page(("688999", "181"))}

    def fetch(request: Request, number: int) -> Response:
        assert (request.form or {})["page"] == str(number)
        content = pages.get(number, page())
        return Response(status=200, headers={}, final_address="", content=content, fetched_at=SEEN)

    found = walk(sse_company.SOURCE, ALL, TODAY, fetch)
    assert found.error is None
    assert found.facts == (
        FeedCompany(security_code="600999", uid="65", security_name="虚构65", first_seen_at=SEEN, last_seen_at=SEEN),
        FeedCompany(security_code="601999", uid="92", security_name="虚构92", first_seen_at=SEEN, last_seen_at=SEEN),
        FeedCompany(security_code="688999", uid="181", security_name="虚构181", first_seen_at=SEEN, last_seen_at=SEEN),
    )
    assert "sse_company" not in SOURCES


@pytest.mark.parametrize(
    "content",
    [b"", b"<html>", b"null", b"{}", b'{"content": null}', b'{"content": "busy"}',
     page(("600999", "65")).replace(b"600999.png", b"default.png"), page(("600999", "x"))],
    ids=["empty", "HTML", "null", "no field", "no text", "words", "avatar", "number"],
)  # fmt: skip
def test_an_answer_of_another_shape_breaks_the_contract(content: bytes) -> None:
    with pytest.raises(ContractBroken) as caught:
        sse_company.parse(content, SEEN, ALL)
    assert caught.value.source == "sse_company"


def test_the_recorded_page_is_read(shared: Path) -> None:
    content = (shared / "contracts/examples/sse_sns_allcompany.recorded.json").read_bytes()
    found = sse_company.parse(content, SEEN, ALL).facts
    assert [(one.security_code, one.uid) for one in found if isinstance(one, FeedCompany)] == [
        ("600000", "65"), ("600004", "92"), ("600006", "181"),
    ]  # fmt: skip
