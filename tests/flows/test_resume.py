"""A walk that was cut off goes on: what the archive holds of it is not asked for again, unless it may be wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from extractors.facts import Survey
from extractors.fetch import Door, Limits
from extractors.listing import Window
from extractors.walk import Walk
from flows import listing, steps
from flows.keep import Keeper
from flows.known import Known
from flows.settings import Settings
from tests.exchange.cases import CASES, COUNT, COUNTED, DAY, Case, fill
from tests.exchange.server import DIALECTS, Answer, Asked, Exchange
from warehouse.archive import Archive
from warehouse.connection import writer
from warehouse.digest import digests
from warehouse.verify import verify

NIGHT = datetime(2026, 3, 5, 4, tzinfo=UTC)
WINDOW = Window(start=DAY, end=DAY)
NAMES = [name for name in COUNTED if name != "bse_by_company"]


@dataclass(slots=True)
class Runs:
    """Runs over one window of one source, an hour apart."""

    settings: Settings
    exchange: Exchange
    case: Case
    window: Window = WINDOW
    number: int = 0

    @property
    def archive(self) -> Archive:
        """Where the runs keep their answers."""
        return Archive(self.settings.archive)

    def run(self) -> tuple[Walk, list[int]]:
        """A run's walk, and the pages that it asked for, by the exchange's own count."""
        self.number += 1
        at = NIGHT + timedelta(hours=self.number)
        limits = Limits(pace=0, tries=1, back_off=0.0)
        door = Door(host_map=self.settings.host_map, limits=limits, sleep=lambda _: None, now=lambda: at)
        keeper = Keeper(self.archive, door, steps.new_run_id(at), Known.of([], []))
        self.exchange.asked.clear()
        (found,) = listing.list_window(keeper, self.case.source, (self.case.partition,), self.window)
        return found, [page(one) for one in self.exchange.asked if one.headers.get("cookie") or not is_bse(one)]

    def cut(self, count: int) -> None:
        """Forget the last run's answers behind the first ones, as a kill leaves it; what it looked at is no answer."""
        path = self.settings.archive / "index" / f"{self.archive.segments()[-1]}.jsonl"
        lines = path.read_bytes().splitlines(keepends=True)
        looks = sum(b'"look"' in line for line in lines)
        path.write_bytes(b"".join(lines[: looks + count]))


def keys(found: Walk) -> list[str]:
    """What a walk found, without its instants."""
    surveys = [fact.survey_id for fact in found.facts if isinstance(fact, Survey)]
    return [row.sighting.source_key for row in found.rows] + surveys


def page(asked: Asked) -> int:
    return DIALECTS[asked.place].page(asked)


def is_bse(asked: Asked) -> bool:
    return DIALECTS[asked.place].name == "bse"


@pytest.fixture
def runs(request: pytest.FixtureRequest, settings: Settings, exchange: Exchange) -> Runs:
    """A source with a day of several pages."""
    made = Runs(settings, exchange, CASES[request.param])
    fill(exchange, made.case)
    return made


every = pytest.mark.parametrize("runs", NAMES, indirect=True)
one = pytest.mark.parametrize("runs", ["cninfo"], indirect=True)


def failing(number: int, answer: Callable[[Answer], Answer]) -> Callable[[Asked, int, Answer], Answer]:
    return lambda asked, _, honest: answer(honest) if page(asked) == number else honest


@every
def test_a_walk_that_was_killed_asks_for_page_one_and_what_is_missing(runs: Runs) -> None:
    whole, pages = runs.run()
    assert (whole.error, pages[0], pages[-1]) == (None, 1, 1)
    for held in range(1, len(pages)):
        runs.cut(held)
        again, asked = runs.run()
        assert asked == [1, *pages[held:]]
        assert again.error is None
        assert [(day.grade, day.listed) for day in again.days] == [("counted", COUNT)]
        assert keys(again) == keys(whole)


@every
def test_a_walk_without_an_answer_goes_on_behind_it(runs: Runs) -> None:
    runs.exchange.faults.append(failing(2, lambda _: Answer(b"busy", 504)))
    first, _ = runs.run()
    assert type(first.error).__name__ == "BadStatus"
    runs.exchange.faults.clear()
    again, asked = runs.run()
    assert (again.error, asked[:2]) == (None, [1, 2])
    assert len(asked) == len(set(asked)) + 1


@one
def test_it_is_as_old_as_its_oldest_answer(runs: Runs) -> None:
    first, _ = runs.run()
    runs.cut(3)
    again, _ = runs.run()
    assert {day.walked_at for day in first.days} == {NIGHT + timedelta(hours=1)}
    assert {day.walked_at for day in again.days} == {NIGHT + timedelta(hours=1)}
    assert {row.sighting.last_seen_at for row in again.rows} == {NIGHT + timedelta(hours=1), NIGHT + timedelta(hours=2)}


@one
@pytest.mark.parametrize("change", ["a row came", "a row went", "another order"])
def test_nothing_is_taken_over_where_the_first_page_changed(runs: Runs, change: str) -> None:
    _, pages = runs.run()
    runs.cut(2)
    rows = runs.exchange.rows
    if change == "a row came":
        rows.append(runs.case.make(99, DAY))
    elif change == "a row went":
        del rows[-1]
    else:
        rows[:] = [
            {**row, "announcementTime": row["announcementTime"] - n * 60_000} for n, row in enumerate(rows[::-1])
        ]
    again, asked = runs.run()
    assert (again.error, asked) == (None, pages)
    assert len(again.rows) == len(rows)


@one
def test_a_walk_that_ended_is_walked_whole(runs: Runs) -> None:
    _, pages = runs.run()
    _, asked = runs.run()
    assert asked == pages


@one
@pytest.mark.parametrize("held", [2, 3])
def test_a_page_that_broke_its_contract_is_not_taken_over(runs: Runs, held: int) -> None:
    runs.exchange.faults.append(failing(2, lambda honest: replace(honest, content=b"{}")))
    found, _ = runs.run()
    assert type(found.error).__name__ == "ContractBroken"
    runs.cut(held)
    runs.exchange.faults.clear()
    again, asked = runs.run()
    assert (again.error, asked) == (None, [1, 2, 3, 1])


feed = pytest.mark.parametrize("runs", ["sse"], indirect=True)


@feed
def test_a_feed_that_was_killed_asks_for_its_last_page_and_what_is_missing(runs: Runs) -> None:
    whole, pages = runs.run()
    assert (whole.error, pages) == (None, [*range(1, max(pages) + 1), 1])
    for held in range(2, len(pages)):
        runs.cut(held)
        again, asked = runs.run()
        assert asked == [held, *pages[held:]]
        assert (again.error, keys(again)) == (None, keys(whole))
        assert [(day.grade, day.listed) for day in again.days] == [("walked", COUNT)]
        assert {day.walked_at for day in again.days} == {NIGHT + timedelta(hours=1)}
    runs.cut(1)
    assert runs.run()[1] == pages


@feed
@pytest.mark.parametrize("change", ["a post came at the head", "a post came out of order", "a post went"])
def test_a_feed_that_moved_before_its_last_page_is_walked_anew(runs: Runs, change: str) -> None:
    runs.run()
    runs.cut(3)
    rows = runs.exchange.listed["sse"]
    if change == "a post came at the head":
        rows.append(runs.case.make(99, DAY))
    elif change == "a post came out of order":
        rows.append({**runs.case.make(99, DAY), "at": rows[-10]["at"]})
    else:
        del rows[-10]
    again, asked = runs.run()
    assert (again.error, asked) == (None, [3, *range(1, asked[-2] + 1), 1])
    assert len(again.rows) == COUNT + (1 if "came" in change else -1)


@feed
def test_a_feed_whose_last_page_is_not_answered_is_walked_anew(runs: Runs) -> None:
    _, pages = runs.run()
    runs.cut(3)
    runs.exchange.faults.append(
        lambda asked, before, honest: Answer(b"busy", 504) if (page(asked), before) == (3, 1) else honest
    )
    again, asked = runs.run()
    assert (again.error, asked) == (None, [3, *pages])


@one
def test_of_halves_each_goes_on_by_itself(runs: Runs) -> None:
    runs.case = replace(runs.case, source=replace(runs.case.source, page_limit=3))
    runs.window = Window(start=DAY, end=DAY + timedelta(days=1))
    fill(runs.exchange, runs.case, COUNT, DAY + timedelta(days=1))
    whole, pages = runs.run()
    assert (whole.error, pages) == (None, [1, 1, 2, 3, 1, 1, 2, 3, 1])
    runs.cut(7)
    again, asked = runs.run()
    assert (again.error, asked) == (None, [1, 1, 1, 1, 3, 1])
    assert len(again.rows) == 2 * COUNT


@one
@pytest.mark.parametrize("what", ["lost", "damaged line"])
def test_what_the_archive_lost_is_asked_for(runs: Runs, what: str) -> None:
    _, pages = runs.run()
    runs.cut(3)
    if what == "lost":
        shutil.rmtree(runs.settings.archive / "objects")
    else:
        path = next((runs.settings.archive / "index").glob("*.jsonl"))
        path.write_bytes(b"no JSON\n" + path.read_bytes())
    found, asked = runs.run()
    assert (found.error, asked) == (None, pages)


@one
def test_a_rebuild_gives_the_same_tables(runs: Runs, tmp_path: Path) -> None:
    runs.run()
    runs.cut(3)
    steps.load(runs.settings, "20260305T050000Z-00000001", runs.settings.building)
    runs.run()
    steps.load(runs.settings, "20260305T060000Z-00000001", runs.settings.building)
    again = tmp_path / "again.duckdb"
    steps.load(runs.settings, "again", again)
    with writer(again) as connection:
        rebuilt = digests(connection)
    with writer(runs.settings.building) as connection:
        assert rebuilt == digests(connection)
        grades = connection.execute("select grade, listed from listing_day").fetchall()
    assert grades == [("counted", COUNT)]
    assert verify(runs.settings.archive, runs.settings.building, runs.settings.published) == ()
