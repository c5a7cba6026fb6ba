"""Every source against every way to misbehave: recovered, or failed with its reason, never complete in silence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from extractors.sources import sse
from tests.exchange import twists
from tests.exchange.cases import CASES, COUNT, DAY, Case, fill, outcome, post_of, walked
from tests.exchange.cninfo import notice
from tests.exchange.server import CHINA, Exchange, Row
from tests.exchange.sns import post
from tests.exchange.vendor import BUSY
from tests.exchange.wire import json_answer

Trouble = Callable[[Exchange, Case, list[Row]], None]


def _twist(make: Callable[[Case, list[Row]], object]) -> Trouble:
    return lambda exchange, case, rows: exchange.twists.append(make(case, rows))  # type: ignore[arg-type]


def _fault(make: Callable[[], object]) -> Trouble:
    return lambda exchange, case, rows: exchange.faults.append(make())  # type: ignore[arg-type]


JSON_NULL = b'{"totalAnnouncement": 9, "announcements": null, "totalRecord": 9, "results": null}'
BUSY_SAID = json_answer(dict(BUSY)).content
MESSAGE = 'cb([{"msg":"请求参数异常"}])'.encode()
OLD = date(2020, 1, 2)

# what happens, what a source with a total makes of it, what the feed makes of it; None: the feed knows no such thing
TROUBLES: tuple[tuple[str, Trouble, str, str | None], ...] = (
    ("an empty middle page that passes", _twist(lambda case, rows: twists.empty(2, 1)), "complete", "complete"),
    ("an empty middle page that stays", _twist(lambda case, rows: twists.empty(2)), "MiddlePageEmpty", "FeedEnded"),
    ("an empty first page that passes", _twist(lambda case, rows: twists.empty(1, 1)), "complete", "complete"),
    ("an empty first page that stays", _twist(lambda case, rows: twists.empty(1)), "CountMismatch", "FeedEnded"),
    ("a page repeats", _twist(lambda case, rows: twists.repeating(2, case.size)), "PageRepeated", "PageRepeated"),
    ("more is promised", _twist(lambda case, rows: twists.promising(1)), "CountMismatch", None),
    ("a page more is promised", _twist(lambda case, rows: twists.promising(case.size)), "beyond", None),
    ("less is promised", _twist(lambda case, rows: twists.promising(-1)), "CountMismatch", None),
    ("a row leaves", _twist(lambda case, rows: twists.leaving(rows, 2)), "shorter", "shorter"),
    ("a row comes", _twist(lambda case, rows: twists.coming(rows, case.make(200, DAY), 2)), "longer", "longer"),
    ("the filter is ignored", _twist(lambda case, rows: twists.unfiltered([case.make(key, OLD) for key in range(3)], case.size)), "FilterIgnored", None),
    ("429 at first", _fault(lambda: twists.burst(429, 2)), "complete", "complete"),
    ("403 at first", _fault(lambda: twists.burst(403, 2)), "complete", "complete"),
    ("504 at first", _fault(lambda: twists.burst(504, 2)), "complete", "complete"),
    ("429 for ever", _fault(lambda: twists.burst(429, None)), "BadStatus", "BadStatus"),
    ("403 for ever", _fault(lambda: twists.burst(403, None)), "BadStatus", "BadStatus"),
    ("500 for ever", _fault(lambda: twists.burst(500, None)), "BadStatus", "BadStatus"),
    ("404", _fault(lambda: twists.burst(404, None)), "BadStatus", "BadStatus"),
    ("a challenge page", _fault(twists.challenging), "ContractBroken", "ContractBroken"),
    ("a challenge page later", _fault(lambda: twists.challenging(2)), "ContractBroken", "ContractBroken"),
    ("an empty body", _fault(lambda: twists.saying(b"")), "ContractBroken", "FeedEnded"),
    ("half a body", _fault(lambda: twists.saying(b'{"totalAnn', 2)), "ContractBroken", "ContractBroken"),
    ("a redirect for ever", _fault(lambda: twists.circling), "HostRefused", "HostRefused"),
)  # fmt: skip


def _met() -> list[tuple[str, str, Trouble, str]]:
    """Each trouble with each source that can know it, and what comes of it."""
    return [
        (said, name, cause, fed if case.source.is_feed else counted)
        for said, cause, counted, fed in TROUBLES
        for name, case in CASES.items()
        if not (case.source.is_feed and fed is None)
    ]  # type: ignore[misc]


@pytest.mark.parametrize(("said", "name", "cause", "expected"), _met())
def test_what_misbehaves_is_recovered_or_fails_with_its_reason(
    exchange: Exchange, said: str, name: str, cause: Trouble, expected: str
) -> None:
    case = CASES[name]
    cause(exchange, case, fill(exchange, case))
    known = {
        "complete": ("complete", COUNT),
        "shorter": ("complete", COUNT - 1),
        "longer": ("complete", COUNT + 1),
        "beyond": ("MiddlePageEmpty" if name in {"bse", "bse_by_company", "eastmoney"} else "PageRepeated", 0),
    }
    assert outcome(walked(exchange, case)) == known.get(expected, (expected, 0))


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("bse", MESSAGE, "RequestRefused"),
        ("bse_by_company", MESSAGE, "RequestRefused"),
        ("eastmoney", BUSY_SAID, "RequestRefused"),
        ("cninfo", JSON_NULL, "CountMismatch"),
        ("cninfo_fulltext", JSON_NULL, "CountMismatch"),
        ("irm", JSON_NULL, "CountMismatch"),
    ],
)
def test_an_error_with_status_200_is_no_empty_day(exchange: Exchange, name: str, content: bytes, reason: str) -> None:
    fill(exchange, CASES[name])
    exchange.faults.append(twists.saying(content))
    assert outcome(walked(exchange, CASES[name])) == (reason, 0)


def test_a_company_s_own_feed_that_shows_others_is_an_ignored_filter(exchange: Exchange) -> None:
    at = datetime(2026, 3, 3, 10, tzinfo=CHINA)
    stranger = post(701, at, code="603999")
    exchange.twists.append(twists.unfiltered([post(700, at, code="603998"), stranger], 30))
    own = Case(sse.SOURCE, sse.company("603998", "603998"), "sse", 30, post_of)
    assert outcome(walked(exchange, own)) == ("FilterIgnored", 0)


@pytest.mark.parametrize("name", ["cninfo", "cninfo_fulltext", "bse", "irm"])
def test_a_tab_or_keyword_that_is_ignored_is_seen(exchange: Exchange, name: str) -> None:
    """The whole market's announcements of the asked day, in place of the tab's or the keyword's."""
    case, title = CASES[name], "2026年半年度报告"
    changes = {
        "cninfo": {"announcementTitle": title, "announcementType": "01010503||010301"},
        "cninfo_fulltext": {"announcementTitle": title, "announcementType": "01010503||010301"},
        "bse": {"disclosureTitle": f"[定期报告]虚构:{title}"},
        "irm": {"mainContent": "请问贵公司", "contentType": 11},
    }
    market = [case.make(key, DAY) | (changes[name] if key % 4 else {}) for key in range(1, 29)]
    exchange.twists.append(twists.unfiltered(market, case.size))
    assert outcome(walked(exchange, case)) == ("FilterIgnored", 0)


def test_rows_of_another_exchange_are_an_ignored_filter(exchange: Exchange) -> None:
    case = CASES["cninfo_fulltext"]
    exchange.twists.append(twists.unfiltered([notice(1, f"{DAY}"), notice(2, f"{DAY}", board="SHZB")], 30))
    assert outcome(walked(exchange, case)) == ("FilterIgnored", 0)
