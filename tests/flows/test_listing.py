"""A daily window: what is proved and quiet costs a look, what changed in it is found."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from extractors.fetch import Limits
from flows import line, steps
from flows.settings import Settings
from tests.exchange.cases import CASES, COUNT, DAY, fill
from tests.exchange.server import CHINA, DIALECTS, Answer, Asked, Exchange
from tests.exchange.sns import post
from tests.factory.clock import clocked
from warehouse.archive import Archive
from warehouse.connection import writer
from warehouse.digest import digests

SOURCES = ("cninfo", "cninfo_fulltext", "irm", "sse", "bse")
MORNING, EVENING = time(7, 30), time(20, 30)
NEXT = DAY + timedelta(days=1)


@dataclass(slots=True)
class Home:
    """An installation that lists one source day by day."""

    settings: Settings
    exchange: Exchange
    name: str

    def run(self, at: datetime) -> Counter[str]:
        """A daily run at an instant in China; the requests that it cost, by partition."""
        now = at.replace(tzinfo=CHINA).astimezone(UTC)
        do = clocked(lambda: now, lambda: now)
        run_id = steps.new_run_id(now)
        _, reasons = do.list_news(
            self.settings, run_id, self.name, *line.window(self.settings, self.name, None, line.tomorrow(do))
        )
        assert reasons == ()
        steps.load(self.settings, run_id, self.settings.building)
        entries = (entry for _, entry in Archive(self.settings.archive).entries())
        return Counter(str(entry.partition) for entry in entries if entry.run_id == run_id)

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """Rows of the writer's file."""
        with writer(self.settings.building) as connection:
            return connection.execute(query).fetchall()

    def listed(self) -> int:
        """Rows of the day, by the walk that graded it; all are sightings, none is open."""
        assert self.ask("select count(*) from listing_day where grade = 'open'") == [(0,)]
        partition = CASES[self.name].partition.name
        found = self.ask(f"select listed from listing_day where day = '{DAY}' and partition = '{partition}'")  # noqa: S608
        return int(found[0][0])


_BEFORE: dict[str, Path] = {}


@pytest.fixture
def settled(request: pytest.FixtureRequest, settings: Settings, exchange: Exchange) -> Home:
    """A day of several pages, listed on its evening and on the next morning, when it is over; made once a source."""
    home = Home(settings, exchange, request.param)
    fill(exchange, CASES[home.name])
    if home.name in _BEFORE:
        shutil.copytree(_BEFORE[home.name], settings.home)
    else:
        home.run(datetime.combine(DAY, EVENING))
        home.run(datetime.combine(NEXT, MORNING))
        _BEFORE[home.name] = request.getfixturevalue("tmp_path_factory").mktemp("before") / "data"
        shutil.copytree(settings.home, _BEFORE[home.name])
    assert home.listed() == COUNT
    return home


def add(home: Home, key: int, day: date = DAY, *, is_first: bool = True) -> None:
    """List one row more, before the others of its day or behind them."""
    case = CASES[home.name]
    rows = home.exchange.listed[case.dialect]
    rows.insert(0 if is_first else len(rows), case.make(key, day))


every = pytest.mark.parametrize("settled", SOURCES, indirect=True)
counted = pytest.mark.parametrize("settled", [name for name in SOURCES if name != "sse"], indirect=True)


@every
def test_without_news_no_partition_costs_more_than_two_requests(settled: Home) -> None:
    asked = settled.run(datetime.combine(NEXT, EVENING))
    assert 1 <= min(asked.values()) <= max(asked.values()) <= 2
    again = settled.run(datetime.combine(NEXT + timedelta(days=1), MORNING))
    assert max(again.values()) <= 2
    assert settled.listed() == COUNT
    over = dict(
        settled.ask(
            "select day, min((walked_at at time zone 'Asia/Shanghai')::date) > day from listing_day group by day"
        )
    )
    assert [over[NEXT + timedelta(days=days)] for days in range(3)] == [True, False, False]


@every
def test_news_are_listed_and_what_is_proved_is_not_walked_again(settled: Home) -> None:
    add(settled, 990, NEXT)
    asked = settled.run(datetime.combine(NEXT, EVENING))
    assert settled.ask("select count(*) from sighting") == [(COUNT + 1,)]
    assert settled.listed() == COUNT
    if settled.name != "sse":  # a feed tells no total: news are followed down to the overlap's end
        assert max(asked.values()) <= 2


@counted
@pytest.mark.parametrize("is_first", [True, False])
def test_a_row_that_comes_late_is_found_wherever_it_stands(settled: Home, is_first: bool) -> None:
    add(settled, 99 if is_first else 0, is_first=is_first)
    settled.run(datetime.combine(NEXT, EVENING))
    assert settled.listed() == COUNT + 1
    assert settled.ask("select count(*) from sighting") == [(COUNT + 1,)]


@counted
def test_a_row_that_is_withdrawn_later_is_told(settled: Home) -> None:
    rows = settled.exchange.listed[CASES[settled.name].dialect]
    del rows[COUNT // 2]
    settled.run(datetime.combine(NEXT, EVENING))
    assert settled.listed() == COUNT - 1
    assert settled.ask("select count(*) from announcement where withdrawn_seen_at is not null") == [(1,)]


@counted
def test_rows_in_the_place_of_others_are_found_on_the_first_page(settled: Home) -> None:
    rows = settled.exchange.listed[CASES[settled.name].dialect]
    del rows[COUNT // 2 : COUNT // 2 + 2]
    add(settled, 0)  # by their keys one stands first and one last
    add(settled, 99)
    settled.run(datetime.combine(NEXT, EVENING))
    assert settled.ask("select count(*), count(withdrawn_seen_at) from announcement") == [(COUNT + 2, 2)]


@counted
def test_where_the_look_is_not_answered_the_days_are_walked(settled: Home) -> None:
    place = next(place for place, dialect in DIALECTS.items() if dialect.name == CASES[settled.name].dialect)
    tries = [Limits().tries]

    def busy(asked: Asked, _: int, honest: Answer) -> Answer:
        if asked.place == place and tries[0]:
            tries[0] -= 1
            return Answer(b"busy", 504)
        return honest

    settled.exchange.faults.append(busy)
    settled.run(datetime.combine(NEXT, EVENING))
    assert (settled.listed(), tries) == (COUNT, [0])
    walked = dict(settled.ask("select day, max(walked_at) from listing_day group by day"))
    assert walked[DAY] == max(walked.values())


def late_post(minute: int) -> dict[str, Any]:
    """A post of the day, so many minutes after nine; the day's others were posted in the first 65."""
    return post(555_555, datetime.combine(DAY, time(9), CHINA) + timedelta(minutes=minute))


@pytest.mark.parametrize("settled", ["sse"], indirect=True)
def test_a_feed_s_late_post_on_the_pages_that_are_read_is_found_at_once(settled: Home) -> None:
    settled.exchange.listed["sse"].append(late_post(20))
    settled.run(datetime.combine(NEXT, EVENING))
    assert settled.listed() == COUNT + 1


@pytest.mark.parametrize("settled", ["sse"], indirect=True)
def test_a_feed_s_late_post_behind_them_is_found_with_the_next_news(settled: Home) -> None:
    settled.exchange.listed["sse"].append(late_post(-10))
    settled.run(datetime.combine(NEXT, EVENING))
    assert settled.listed() == COUNT
    add(settled, 990, NEXT)
    settled.run(datetime.combine(NEXT + timedelta(days=1), MORNING))
    assert settled.listed() == COUNT + 1


@every
def test_a_rebuild_gives_the_same_tables(settled: Home, tmp_path: Path) -> None:
    settled.run(datetime.combine(NEXT, EVENING))
    add(settled, 990, NEXT)
    add(settled, 99)
    settled.run(datetime.combine(NEXT + timedelta(days=1), MORNING))
    again = tmp_path / "again.duckdb"
    steps.load(settled.settings, "again", again)
    assert _digests(again) == _digests(settled.settings.building)


def _digests(path: Path) -> dict[str, str]:
    with writer(path) as connection:
        return digests(connection)
