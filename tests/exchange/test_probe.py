"""Probes on the local exchange: every question answered with its numbers, every misbehaviour with its verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from extractors import probes
from extractors.fetch import Limits
from flows import line
from flows.probe import is_good, probe
from flows.run import PLAIN, Steps
from flows.settings import Settings
from tests.exchange import faults, twists
from tests.exchange.bse import disclosure
from tests.exchange.cninfo import notice, path_of, row
from tests.exchange.irm import irm_row
from tests.exchange.server import CHINA, DIALECTS, Answer, Asked, Exchange, Fault
from tests.exchange.sns import post
from tests.exchange.vendor import security, survey
from warehouse.archive import Archive

NOW = datetime(2026, 3, 4, 4, tzinfo=UTC)
TODAY = date(2026, 3, 4)
DO = Steps(**{name: getattr(PLAIN, name) for name in PLAIN.__slots__} | {"now": lambda: NOW})
QUICK = Limits(pace=0, tries=2, back_off=0.0, failures=3, connect=2.0, read=2.0, total=5.0)
COPY = "/pdf/H2_AN{:018d}_1.pdf"


@pytest.fixture
def market(exchange: Exchange) -> Exchange:
    """Every source with rows of these days."""
    relation = [row(key, "2026-03-03") for key in range(1, 41)]
    relation[0] = row(1, "2026-03-03", clock="23:50:00", adjunctUrl="finalpage/2026-03-04/1225000001.PDF")
    others = [notice(key, "2026-03-02") for key in range(100, 104)]
    others += [notice(key, "2026-03-02", board="SHZB") for key in range(110, 113)]
    exchange.rows = relation + others
    exchange.listed["irm"] = [irm_row(one) for one in relation]
    at = datetime.now(CHINA) - timedelta(days=2)
    codes = [f"603{number % 7:03d}" for number in range(70)]
    exchange.listed["sse"] += [
        post(5_000 + key, at - timedelta(hours=key), code=code) for key, code in enumerate(codes)
    ]
    exchange.listed["sse_company"] = [{"code": code, "uid": str(int(code)), "name": "虚构"} for code in set(codes)]
    exchange.listed["bse"] = [disclosure(key, "2026-03-02") for key in range(3)]
    exchange.listed["bse"] += [disclosure(9, "2026-03-02", "投资者关系活动预告", disclosureSubType="9504-0001")]
    exchange.listed["eastmoney"] = [survey(key, "2026-03-03") for key in range(1, 4)]
    exchange.listed["eastmoney"] += [survey(key, "2026-03-03", institution="虚构基金") for key in range(2, 5)]
    exchange.securities["/new/data/szse_stock.json"] = [security(f"{key:06d}", f"9{key}") for key in range(5_000)]
    exchange.securities["/new/data/bj_stock.json"] = [security(f"920{key:03d}", f"9{key}") for key in range(250)]
    exchange.files = {path_of(relation[0]): b"%PDF-1.7 the file", COPY.format(1): b"%PDF-1.7 the file"}
    return exchange


def asked(settings: Settings, source: str = "") -> list[probes.Finding]:
    return list(probe(settings, source, DO, QUICK))


def of(found: list[probes.Finding], words: str) -> tuple[str, str]:
    """Verdict and evidence of the question with these words."""
    one = next(finding for finding in found if words in f"{finding.source} {finding.asked}")
    return one.verdict, one.evidence


ANSWERS = (
    ("cninfo contract 契约 szse", "holds", "30 rows on page 1, 40 promised"),
    ("cninfo contract 契约 bj", "holds", "0 rows"),
    ("cninfo_fulltext contract 契约 bj", "holds", "4 rows on page 1, 4 promised"),
    ("irm contract", "holds", "30 rows on page 1, 40 promised"),
    ("sse contract", "holds", "30 rows on page 1, a feed"),
    ("bse contract 契约 keyword", "holds", "4 rows on page 1, 4 promised"),
    ("bse contract 契约 by_company", "holds", "3 of meetings"),
    ("company contract 契约 szse_stock", "holds", "5000 promised"),
    ("sse_company contract", "holds", "7 rows on page 1"),
    ("eastmoney contract 契约 activities", "holds", "3 promised for 2026-03-03"),
    ("eastmoney contract 契约 institutions", "holds", "3 promised for 2026-03-03"),
    ("cninfo relation tab", "answered", "szse/- 40, szse/sz 40, sse/- 0, sse/sh 0, bj/- 0, bj/bj 0"),
    ("cninfo totalpages", "answered", "totalpages 1 for 40 rows of 30 a page: floor (floor 1, ceil 2)"),
    ("cninfo seDate", "answered", "by announcementTime: 1225000001, stamp 2026-03-03 listed True, path 2026-03-04 listed False"),
    ("cninfo full text behind", "undecided", "0 rows do not reach page 102"),
    ("sse pageSize", "answered", "pageSize 60 gives 30 posts, 30 gives 30: capped"),
    ("sse how deep", "answered", "posts to page 4 at least, back to 2014-06-03; none on page 8"),
    ("sse companies", "answered", "own feeds list company posts: 603000 (uid 603000): 10 posts"),
    ("bse disclosureSubType", "answered", "records: 9504-0000 3; of other rows: 9504-0001 1"),
    ("eastmoney is its copy", "answered", "byte-identical: 300001, AN000000000000000001 17 bytes"),
)  # fmt: skip


def test_an_honest_exchange_holds_and_answers_with_its_numbers(settings: Settings, market: Exchange) -> None:
    found = asked(settings)
    told = [(words, *of(found, words)) for words, _, _ in ANSWERS]
    wrong = [
        (one, told_) for one, told_ in zip(ANSWERS, told, strict=True) if one[1] != told_[1] or one[2] not in told_[2]
    ]
    assert wrong == []
    assert all(map(is_good, found))
    assert len(found) == len(probes.QUESTIONS) == 26
    assert len(market.asked) <= 75


def test_answers_are_archived_and_loading_passes_over_them(settings: Settings, market: Exchange) -> None:
    asked(settings)
    entries = [entry for _, entry in Archive(settings.archive).entries()]
    assert {entry.kind for entry in entries} == {"probe"}
    assert len(entries) + 1 == len(market.asked)  # one is Beijing's cookie
    market.rows, market.listed["irm"] = [], []
    done = line.ingest(DO, settings, "cninfo", TODAY, TODAY)
    assert (done.listed, done.fetched, done.parsed) == (0, 0, 0)
    assert line.rebuild(DO, settings).parsed == 0


def test_one_source_is_asked_alone(settings: Settings, market: Exchange) -> None:
    assert {one.source for one in asked(settings, "bse")} == {"bse"}
    assert {one.headers["host"] for one in market.asked} == {market.address.removeprefix("http://")}
    assert {DIALECTS[one.place].name for one in market.asked} == {"bse"}


def _only(place: str, fault: Fault) -> Fault:
    def narrowed(one: Asked, before: int, honest: Answer) -> Answer:
        return fault(one, before, honest) if one.place == place else honest

    return narrowed


CNINFO = "/new/hisAnnouncement/query"
FEED = "/ajax/feeds.do"
TROUBLES: tuple[tuple[str, str, Fault, str, str], ...] = (
    ("429", CNINFO, twists.burst(429, None), "blocked", "status 429"),
    ("403", CNINFO, twists.burst(403, None), "blocked", "status 403"),
    ("a challenge page", CNINFO, twists.challenging(), "blocked", "no content of the promised shape"),
    ("a challenge page for a feed", FEED, twists.challenging(), "blocked", "neither posts nor an end"),
    ("a circle of redirects", CNINFO, twists.circling, "blocked", "redirects"),
    ("a field is gone", CNINFO, faults.without_field("adjunctUrl"), "drifted", "no field adjunctUrl"),
    ("the address is gone", CNINFO, twists.burst(404, None), "drifted", "status 404"),
    ("the filter is ignored", CNINFO, faults.ignoring_filter([row(9, "2020-01-01")]), "drifted", "got a row of 2020-01-01"),
    ("another answer", FEED, twists.saying(b"<p>hello</p>"), "drifted", "neither posts nor an end"),
    ("an empty feed", FEED, twists.saying(b""), "drifted", "no posts on page 1"),
    ("busy", CNINFO, twists.burst(504, None), "unreachable", "status 504"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("place", "fault", "told"), [(*case[1:3], case[3:]) for case in TROUBLES], ids=[case[0] for case in TROUBLES]
)
def test_a_host_that_misbehaves_has_its_verdict(
    settings: Settings, market: Exchange, place: str, fault: Fault, told: tuple[str, str]
) -> None:
    market.faults.append(_only(place, fault))
    name = "cninfo" if place == CNINFO else "sse"
    found = asked(settings, name)
    verdict, evidence = of(found, f"{name} contract")
    assert (verdict, told[1] in evidence) == (told[0], True), evidence
    assert not is_good(found[0])


@pytest.mark.parametrize(("status", "verdict"), [(429, "blocked"), (403, "blocked"), (504, "unreachable")])
def test_a_host_that_rests_keeps_its_verdict(settings: Settings, market: Exchange, status: int, verdict: str) -> None:
    market.faults.append(_only(CNINFO, twists.burst(status, None)))
    found = asked(settings, "cninfo")
    assert [one.verdict for one in found] == [verdict] * 7
    assert "rests after 3 failures" in found[-1].evidence


def test_a_host_that_is_not_there_is_unreachable(settings: Settings, market: Exchange) -> None:
    closed = dict(market.host_map) | {"www.bse.cn": "http://127.0.0.1:1"}
    found = asked(Settings(home=settings.home, host_map=closed, jobs=1))
    assert {one.verdict for one in found if one.source == "bse"} == {"unreachable"}
    assert all(is_good(one) for one in found if one.source != "bse")


def _beyond(exchange: Exchange, seen: Callable[[int], int]) -> None:
    """A long full text whose page n shows page seen(n)."""
    exchange.rows = [notice(key, "2026-03-02", board="SZZB", secCode=f"{key % 999:06d}") for key in range(3_200)]

    def twist(before: int, shown: twists.Shown) -> twists.Shown:
        page = seen(shown.page)
        return twists.replace(shown, rows=shown.found[(page - 1) * 30 : page * 30])

    exchange.twists.append(twist)


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        (lambda page: page, "they go on behind page 100: 3200 promised; page 100: 30 ids, page 101: 30 ids"),
        (lambda page: page if page <= 100 else 1, "they do not go on behind page 100"),
        (lambda page: min(page, 100), "they do not go on behind page 100"),
        (lambda page: page if page <= 100 else 200, "page 101: 0 ids"),
    ],
    ids=["go on", "page 1 again", "page 100 again", "nothing"],
)
def test_pages_behind_the_hundredth_are_told(
    settings: Settings, exchange: Exchange, seen: Callable[[int], int], told: str
) -> None:
    _beyond(exchange, seen)
    verdict, evidence = of(asked(settings, "cninfo"), "behind page 100")
    assert (verdict, told in evidence) == ("answered", True), evidence
    pages = Counter(one.fields["pageNum"] for one in exchange.asked if one.fields.get("tabName") == "fulltext")
    assert pages == {"1": 1, "100": 1, "101": 1, "102": 1}


def test_a_copy_with_other_bytes_and_a_company_feed_without_posts_are_told(
    settings: Settings, market: Exchange
) -> None:
    market.files[COPY.format(1)] = b"%PDF-1.7 another"
    for one in market.listed["sse"]:
        one["uid"] = "65"
    market.faults.append(_only("/ajax/userfeeds.do", lambda one, before, honest: Answer(b"")))
    found = asked(settings)
    assert of(found, "is its copy")[1].startswith("different bytes")
    assert of(found, "companies' own")[1].startswith("own feeds do not list company posts")
