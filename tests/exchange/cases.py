"""Every source as the local exchange speaks it: rows of one day, a walk over them, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from extractors.fetch import Door, Limits
from extractors.listing import Partition, Source, Window
from extractors.sources import bse, cninfo, cninfo_fulltext, eastmoney, irm, sse
from extractors.walk import Walk, walk
from tests.exchange.bse import disclosure
from tests.exchange.cninfo import notice, row
from tests.exchange.irm import irm_row
from tests.exchange.server import CHINA, Exchange, Row
from tests.exchange.sns import post
from tests.exchange.vendor import survey

DAY = date(2026, 3, 3)
COUNT = 65  # three or four pages of every source, two of one


@dataclass(frozen=True, slots=True)
class Case:
    """One source with its partition, where its rows stand, and how one of a day is made."""

    source: Source
    partition: Partition
    dialect: str
    size: int
    make: Callable[[int, date], Row]


def post_of(key: int, day: date) -> Row:
    at = datetime(day.year, day.month, day.day, 9, tzinfo=CHINA) + timedelta(minutes=key)
    return post(100_000 + key, at)


CASES = {
    "cninfo": Case(cninfo.SOURCE, cninfo.SOURCE.partitions[0], "cninfo", 30, lambda key, day: row(key, f"{day}")),
    "cninfo_fulltext": Case(
        cninfo_fulltext.SOURCE,
        cninfo_fulltext.SOURCE.partitions[0],
        "cninfo",
        30,
        lambda key, day: notice(key, f"{day}"),
    ),
    "irm": Case(irm.SOURCE, irm.SOURCE.partitions[0], "irm", 30, lambda key, day: irm_row(row(key, f"{day}"))),
    "sse": Case(sse.SOURCE, sse.SOURCE.partitions[0], "sse", 30, post_of),
    "bse": Case(bse.SOURCE, bse.SOURCE.partitions[0], "bse", 20, lambda key, day: disclosure(key, f"{day}")),
    "bse_by_company": Case(bse.SOURCE, bse.BY_COMPANY, "bse", 20, lambda key, day: disclosure(key, f"{day}")),
    "eastmoney": Case(
        eastmoney.SOURCE, eastmoney.SOURCE.partitions[0], "eastmoney", 50, lambda key, day: survey(key, f"{day}")
    ),
}
COUNTED = tuple(name for name, case in CASES.items() if not case.source.is_feed)


def fill(exchange: Exchange, case: Case, count: int = COUNT, day: date = DAY) -> list[Row]:
    """Rows of the day, put into the exchange."""
    first = 1 + 100 * (day - DAY).days
    exchange.listed[case.dialect] += [case.make(key, day) for key in range(first, first + count)]
    return exchange.listed[case.dialect]


def walked(exchange: Exchange, case: Case, window: Window | None = None) -> Walk:
    """A walk through a door that does not wait."""
    door = Door(host_map=exchange.host_map, limits=Limits(pace=0, tries=3), sleep=lambda _: None)
    asked = window or Window(start=DAY, end=DAY)
    return walk(case.source, case.partition, asked, lambda request, page: door.ask(request))


def outcome(found: Walk) -> tuple[str, int]:
    """`complete` or the error's name, and how many rows are listed on the day."""
    grades = {day.grade for day in found.days}
    if found.error is None:
        assert grades in ({"counted"}, {"walked"})
        return "complete", sum(day.listed for day in found.days)
    assert grades == {"open"}
    assert all(day.reason and type(found.error).__name__ in day.reason for day in found.days)
    return type(found.error).__name__, 0
