"""Listings: windows, codes of the exchanges, and rows as every source says them."""

from datetime import UTC, date, datetime

import pytest

from extractors.errors import ContractBroken
from extractors.listing import CHINA, Entry, ListingPage, Other, Window, board_of, contract, end_of, exchange_of


def test_a_window_knows_its_days() -> None:
    days = Window(start=date(2026, 2, 27), end=date(2026, 3, 1)).days
    assert days == (date(2026, 2, 27), date(2026, 2, 28), date(2026, 3, 1))


@pytest.mark.parametrize("length", [2, 3, 7, 30, 31, 365])
def test_halves_hold_the_window_s_days_once(length: int) -> None:
    window = Window(start=date(2024, 2, 1), end=date.fromordinal(date(2024, 2, 1).toordinal() + length - 1))
    first, second = window.halves()
    assert first.days + second.days == window.days
    assert abs(len(first.days) - len(second.days)) <= 1


@pytest.mark.parametrize(
    ("code", "exchange"),
    [
        ("000001", "SZSE"), ("001979", "SZSE"), ("002415", "SZSE"), ("003816", "SZSE"), ("300418", "SZSE"),
        ("301200", "SZSE"),
        ("302132", "SZSE"), ("200002", "SZSE"), ("600000", "SSE"), ("601607", "SSE"), ("603083", "SSE"),
        ("605376", "SSE"),
        ("688525", "SSE"), ("689009", "SSE"), ("900901", "SSE"), ("920000", "BSE"), ("830799", "BSE"),
        ("870132", "BSE"),
        ("430047", "BSE"),
    ],
)  # fmt: skip
def test_a_code_tells_its_exchange(code: str, exchange: str) -> None:
    assert exchange_of(code) == exchange


def test_a_day_ends_in_china() -> None:
    assert end_of(date(2026, 3, 10)).astimezone(UTC) == datetime(2026, 3, 10, 15, 59, 59, 999999, tzinfo=UTC)


@pytest.mark.parametrize(
    ("raised", "missing"),
    [
        (KeyError("total"), "field total"),
        (ValueError("no number"), "content of the promised shape (no number)"),
        (TypeError("not a list"), "content of the promised shape (not a list)"),
        (IndexError("no row"), "content of the promised shape (no row)"),
        (RecursionError("too deep"), "content of the promised shape (too deep)"),
    ],
    ids=lambda raised: type(raised).__name__,
)
def test_what_breaks_inside_a_contract_is_named(raised: Exception, missing: str) -> None:
    with pytest.raises(ContractBroken) as caught, contract("made"):
        raise raised
    assert (caught.value.source, caught.value.missing) == ("made", missing)


def entry(**changed: object) -> Entry:
    """A listed row, changed."""
    seen = datetime(2026, 3, 11, tzinfo=UTC)
    facts: dict[str, object] = {
        "source": "made", "source_key": "7", "partition": "all", "security_code": "830799", "exchange": None,
        "title": "<em>记录</em>表", "disclosed_on": date(2026, 3, 10), "disclosed_at": None, "address": None,
        "security_name": "虚 构", "org_id": "", "board": "bse", "fetched_at": seen,
    }  # fmt: skip
    return Entry(**{**facts, **changed})  # type: ignore[arg-type]


def test_a_row_is_known_from_the_end_of_its_day_where_no_instant_is_given() -> None:
    made = entry().row
    assert made.announcement.available_at == end_of(date(2026, 3, 10))
    assert (made.announcement.announcement_id, made.announcement.exchange, made.announcement.title) == (
        "bj-830799-20260310-e9a265b4",
        "BSE",
        "记录表",
    )
    assert (made.sighting.security_name, made.sighting.org_id, made.sighting.address) == ("虚构", None, None)
    assert made.sighting.announcement_id == made.announcement.announcement_id


def test_a_row_is_known_from_its_instant_and_of_the_exchange_it_names() -> None:
    instant = datetime(2026, 3, 10, 18, 20, 27, tzinfo=CHINA)
    made = entry(disclosed_at=instant, exchange="SSE").row
    assert (made.announcement.available_at, made.announcement.exchange, made.sighting.exchange) == (
        instant,
        "SSE",
        "SSE",
    )


@pytest.mark.parametrize(
    "other", [{"source": "bse", "source_key": "f0"}, {"announcement_id": "cninfo-7"}, {"title": "关于记录表的公告"}]
)
def test_beijing_s_two_lists_agree_by_code_day_and_words(other: dict[str, object]) -> None:
    one, two = entry().row, entry(**other).row
    assert one.announcement.announcement_id == two.announcement.announcement_id == two.sighting.announcement_id


def test_several_sources_may_list_one_announcement() -> None:
    made = entry(source="irm", source_key="7", security_code="300799", announcement_id="cninfo-7").row
    assert (made.announcement.announcement_id, made.sighting.announcement_id) == ("cninfo-7", "cninfo-7")
    assert (made.sighting.source, made.sighting.source_key) == ("irm", "7")


def test_an_announcement_may_be_called_otherwise_than_its_sighting() -> None:
    made = entry(title="[临时公告]虚构:<em>投资者关系</em>管理制度", announced_as="投资者关系活动记录表").row
    assert (made.announcement.title, made.announcement.kind) == ("投资者关系活动记录表", "record")
    assert made.sighting.title == "[临时公告]虚构:投资者关系管理制度"


def test_a_page_knows_the_day_of_everything_that_it_lists() -> None:
    day = date(2026, 3, 9)
    page = ListingPage(total=2, rows=(entry().row,), others=(Other(key="8", day=day),))
    assert page.days == (("7", date(2026, 3, 10)), ("8", day))


@pytest.mark.parametrize(
    ("code", "board"),
    [
        ("000001", "main"), ("001979", "main"), ("002415", "main"), ("003816", "main"), ("200002", "main"),
        ("300418", "chinext"), ("301200", "chinext"), ("302132", "chinext"), ("600000", "main"), ("605376", "main"),
        ("688525", "star"), ("689009", "star"), ("900901", "main"), ("920000", "bse"), ("830799", "bse"),
        ("870132", "bse"), ("430047", "bse"),
    ],
)  # fmt: skip
def test_a_code_tells_its_board(code: str, board: str) -> None:
    assert board_of(code) == board


def test_beijing_s_announcements_are_told_by_code_day_and_words_whichever_list_shows_them() -> None:
    titles = (
        "投资者关系活动记录表",
        "关于投资者关系活动记录表的公告",
        "<em>投资者关系活动</em>记录表",
        "投资者关系活动记录表（二）",
    )
    keys = [entry(source_key=str(n), title=title).row.announcement.announcement_id for n, title in enumerate(titles)]
    assert len(set(keys[:3])) == 1
    assert len(set(keys)) == 2
    assert entry(security_code="300799").row.announcement.announcement_id == "made-7"
