"""Nine recorded days as nine daily runs, each by the clock of its evening: what arrives when, and what it costs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from flows import line
from flows.run import Summary
from flows.settings import Settings
from tests.exchange.irm import irm_row
from tests.exchange.server import CHINA, DIALECTS, Exchange, Row, path_of, row, serving
from tests.factory.clock import clocked
from tests.factory.figures import Figure
from tests.factory.here import reading_here
from tests.factory.text_record import text_record
from warehouse import ask
from warehouse.archive import Archive

PARTITIONS = 3 + 4 + 1 + 1 + 1  # of all sources; the feed is asked by its own rule
EVENING = time(20, 30)


def made_days() -> dict[date, list[Row]]:
    """Nine days as the recorded ones are: rows of the day, some of the next one's, two of them listed on two days."""
    days: dict[date, list[Row]] = {}
    for number in range(9):
        day = date(2026, 3, 2) + timedelta(days=number)
        keys = range(100 * number, 100 * number + 4 + number % 3)
        days[day] = [row(key, f"{day}", clock=f"{9 + key % 9:02d}:15:00") for key in keys]
    early = row(390, "2026-03-05", clock="08:52:10")
    days[date(2026, 3, 4)].append(early)
    days[date(2026, 3, 5)].append(early)
    return days


def recorded_days(shared: Path) -> dict[date, list[Row]]:
    """The recorded ones, each row as it was answered."""
    files = sorted((shared / "contracts/recorded").glob("*_relation.json"))
    return {
        date.fromisoformat(file.name[:10]): [one["raw"] for one in json.loads(file.read_text("utf-8"))["items"]]
        for file in files
    }


@dataclass(slots=True)
class Days:
    """An exchange whose rows come day by day, and the runs that ask it."""

    exchange: Exchange
    settings: Settings
    listed: dict[date, list[Row]]
    requests: dict[date, Counter[str]] = field(default_factory=dict)
    downloads: dict[date, int] = field(default_factory=dict)

    def run(self, day: date) -> Summary:
        """The run of an evening; the rows that a day's capture held are listed from then on."""
        self.appear(day)
        self.exchange.asked.clear()
        at = datetime.combine(day, EVENING, CHINA).astimezone(UTC)
        done = line.ingest(clocked(lambda: at, lambda: at), self.settings, "", None, None)
        asked = [DIALECTS[one.place].name for one in self.exchange.asked if one.place in DIALECTS]
        self.requests[day], self.downloads[day] = Counter(asked), sum(self.exchange.downloads().values())
        return done

    def appear(self, day: date) -> None:
        """List what a day's capture held, with its files, whether anything asks or not."""
        known = {one["announcementId"] for one in self.exchange.rows}
        new = [one for one in self.listed.get(day, []) if one["announcementId"] not in known]
        self.exchange.rows += new
        self.exchange.listed["irm"] += [irm_row(one) for one in new]
        self.exchange.files |= {path_of(one): text_record(one["secCode"], one["secName"]) for one in new}

    def by_partition(self, done: Summary) -> Counter[tuple[str, str | None]]:
        """What a run asked of each partition, as the archive kept it."""
        entries = (entry for _, entry in Archive(self.settings.archive).entries())
        return Counter((entry.source, entry.partition) for entry in entries if entry.run_id == done.run_id)

    @property
    def first_seen(self) -> dict[str, date]:
        """By announcement, the day whose run listed it first."""
        found = ask.sql(self.settings.published, "select announcement_id, first_seen_at from announcement").rows
        return {str(key): at.astimezone(CHINA).date() for key, at in found}  # type: ignore[attr-defined]

    @property
    def due(self) -> dict[str, date]:
        """The same, as it must be."""
        found: dict[str, date] = {}
        for day, rows in sorted(self.listed.items()):
            for one in rows:
                found.setdefault(f"cninfo-{one['announcementId']}", day)
        return found


@pytest.fixture(scope="module", params=["made", "recorded"])
def days(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Days]:
    """Nine days, run."""
    listed = made_days() if request.param == "made" else recorded_days(request.getfixturevalue("shared"))
    with serving(Exchange()) as exchange, reading_here():
        settings = Settings(home=tmp_path_factory.mktemp("days"), host_map=exchange.host_map, jobs=1)
        made = Days(exchange, settings, listed)
        for day in sorted(listed):
            assert made.run(day).open_reasons == []
        yield made


def test_every_announcement_arrives_once_on_the_day_that_listed_it(days: Days) -> None:
    rows = sum(map(len, days.listed.values()))
    assert days.first_seen == days.due
    assert len(days.due) < rows, "some are listed on two days"
    assert ask.sql(days.settings.published, "select count(*), count(distinct announcement_id) from sighting").rows == (
        (2 * len(days.due), len(days.due)),
    )


def test_every_file_is_fetched_once_by_the_run_that_listed_it(days: Days) -> None:
    due = Counter(days.due.values())
    assert days.downloads == {day: due[day] for day in days.listed}


def test_a_daily_run_costs_a_few_requests(days: Days) -> None:
    """Days that are proved and over cost a look, the others each page and page 1 again; a window of one page 1."""
    for asked in days.requests.values():
        assert asked["cninfo"] <= 7 + 6
        assert asked["irm"] <= 5
        assert asked["sse"] <= 2
        assert asked["bse"] <= 2


def test_a_second_run_of_the_day_downloads_nothing_and_costs_no_more(days: Days) -> None:
    day = max(days.listed)
    before = days.requests[day]
    done = days.run(day)
    assert (done.is_news, days.downloads[day]) == (False, 0)
    assert days.requests[day] <= before


def test_a_day_without_news_costs_at_most_two_requests_a_partition(days: Days, figure: Figure) -> None:
    """From the second morning behind the last rows, when their day is proved, while windows still hold pages of them."""
    last = max(days.listed)
    days.run(last + timedelta(days=1))
    for number in (2, 3, 20, 21):
        quiet = last + timedelta(days=number)
        done = days.run(quiet)
        assert (done.open_reasons, days.downloads[quiet], done.new) == ([], 0, 0)
        assert max(days.by_partition(done).values()) <= 2
        assert sum(days.by_partition(done).values()) <= 2 * PARTITIONS
        figure(f"requests of a run without news, {number} days behind the last", sum(days.requests[quiet].values()))


def test_a_missed_schedule_is_made_up_by_the_watermark(tmp_path: Path) -> None:
    """Four evenings without a run: the next one lists from a week before the last proved day, so that none is lost."""
    listed = made_days()
    run_on = [day for number, day in enumerate(sorted(listed)) if number in {0, 1, 8}]
    with serving(Exchange()) as exchange:
        made = Days(exchange, Settings(home=tmp_path, host_map=exchange.host_map, jobs=1), listed)
        for day in sorted(listed):
            if day in run_on:
                assert made.run(day).open_reasons == []
            else:
                made.appear(day)
        late = [day for day in sorted(listed) if day not in run_on]
        assert len(late) == 6
        due = Counter(made.due.values())
        assert made.downloads[run_on[-1]] == sum(due[day] for day in (*late, run_on[-1]))
        assert set(made.first_seen) == set(made.due)
        grades = ask.sql(made.settings.published, "select distinct grade from listing_day where source = 'cninfo'")
        assert grades.rows == (("counted",),)
        proved = ask.sql(
            made.settings.published,
            "select count(distinct day) from listing_day where source = 'cninfo' and day between '2026-03-02' and '2026-03-11'",
        )
        assert proved.rows == ((10,),)
