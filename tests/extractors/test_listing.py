"""Listings: windows, what titles tell, codes of the exchanges, and rows as every source says them."""

from datetime import UTC, date, datetime

import pytest

from extractors.errors import ContractBroken
from extractors.listing import CHINA, Entry, Window, contract, end_of, exchange_of, kind_of, plain_title, squeezed


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
    ("title", "kind"),
    [
        ("2026年8月6日投资者关系活动记录表", "record"),
        ("300999虚构股份投资者关系管理信息20260806", "record"),
        ("2026年8月4日-2026年8月5日投资者关系活动记录表", "record"),
        ("调研活动信息", "record"),
        ("业绩说明会、路演活动信息", "record"),
        ("投资者关系活动记录表（一）", "record"),
        ("关于终止重大资产重组投资者说明会的投资者活动记录表", "record"),
        ("关于2025年度业绩说明会召开情况的公告", "record"),
        ("关于召开2025年半年度业绩说明会情况的公告", "record"),
        ("关于接待投资者调研情况的公告", "record"),
        ("2025年度业绩预告交流会投资者关系活动记录表", "record"),
        ("2026年3月投资者调研纪要", "record"),
        ("投资者关系管理制度", "policy"),
        ("投资者关系管理制度（2026年3月）", "policy"),
        ("投资者关系工作细则", "policy"),
        ("接待和推广工作管理办法", "policy"),
        ("2026年7月9日调研活动附件之投资者调研会议记录", "annex"),
        ("调研活动附件之演示文稿", "annex"),
        ("2025年度业绩说明会演示文稿", "annex"),
        ("附件：参会名单", "annex"),
        ("投资者关系活动记录表（更正后）", "correction"),
        ("关于2026年3月6日投资者关系活动记录表的更正公告", "correction"),
        ("投资者关系活动记录表（补充）", "correction"),
        ("关于召开2025年度业绩说明会的公告", "notice"),
        ("关于举办投资者接待日活动的公告", "notice"),
        ("关于召开2025年度业绩暨现金分红情况说明会的公告", "notice"),
        ("关于参加2026年投资者网上集体接待日活动的公告", "notice"),
        ("关于举行2025年度网上业绩说明会的通知", "notice"),
        ("关于召开业绩说明会并征集问题的公告", "notice"),
    ],
)
def test_a_title_tells_what_an_announcement_is(title: str, kind: str) -> None:
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("<em>投资者</em>关系<em>活动</em>记录表", "投资者关系活动记录表"),
        ("A&amp;B 公司记录表 ", "A&B 公司记录表"),
        ("收入&lt;成本", "收入<成本"),
        ("5 < 6 的记录", "5 < 6 的记录"),
    ],
)
def test_tags_and_entities_leave_a_title(printed: str, plain: str) -> None:
    assert plain_title(printed) == plain


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("五 粮 液", "五粮液"),
        ("万  科Ａ", "万科Ａ"),
        ("<em>虚构</em>股份", "虚构股份"),
        ("*ST 虚构", "*ST虚构"),
        ("　", None),
        ("", None),
        (None, None),
    ],
)
def test_short_names_lose_their_blanks(printed: str | None, plain: str | None) -> None:
    assert squeezed(printed) == plain


@pytest.mark.parametrize(
    ("code", "exchange"),
    [
        ("000001", "SZSE"), ("001979", "SZSE"), ("002415", "SZSE"), ("003816", "SZSE"), ("300418", "SZSE"), ("301200", "SZSE"),
        ("302132", "SZSE"), ("200002", "SZSE"), ("600000", "SSE"), ("601607", "SSE"), ("603083", "SSE"), ("605376", "SSE"),
        ("688525", "SSE"), ("689009", "SSE"), ("900901", "SSE"), ("920000", "BSE"), ("830799", "BSE"), ("870132", "BSE"),
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
        "made-7",
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
