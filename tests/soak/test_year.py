"""Hundreds of runs by a clock that hurries, over an exchange that fails now and then: nothing drifts apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from urllib.parse import parse_qsl

import pytest

from flows import line
from flows.settings import Settings
from tests.exchange import faults
from tests.exchange.server import Answer, Asked, Exchange, Row, path_of, row
from tests.factory.clock import clocked
from tests.factory.figures import Figure
from tests.factory.text_record import text_record
from warehouse import ask
from warehouse.archive import Archive
from warehouse.connection import reader
from warehouse.digest import digests
from warehouse.verify import verify

pytestmark = pytest.mark.usefixtures("read_here")
_BEGIN = datetime(2026, 1, 1, 12, 30, tzinfo=UTC)
_BOARDS = ("SZCY", "SZMB", "SHZB", "SHKCB", "BJS")


@dataclass(slots=True)
class Year:
    """An exchange on which something happens every day, and the clock of those who ask it."""

    exchange: Exchange
    random: Random
    now: datetime = _BEGIN
    withdrawn: list[Row] = field(default_factory=list)
    runs: int = 0
    hurt: list[Asked] = field(default_factory=list)  # what met a fault in this run that asking again does not cure
    _key: int = 0

    def answered(self) -> datetime:
        """The instant of an answer, a second behind the one before: two walks of a partition begin at two instants."""
        self.now += timedelta(seconds=1)
        return self.now

    def live(self, day: date) -> None:
        """A day of disclosures: some of today, one of tomorrow, late ones of last week; one is withdrawn, one renamed."""
        days = [day] * self.random.randint(0, 6) + [day + timedelta(days=1)]
        days += [day - timedelta(days=self.random.randint(1, 5))] * self.random.randint(0, 1)
        for one in days:
            self._key += 1
            listed = row(self._key, one.isoformat(), board=self.random.choice(_BOARDS))
            listed["orgId"] = f"99{self._key % 300:08d}"
            self.exchange.rows.append(listed)
            content = text_record(listed["secCode"], listed["secName"], questions=1)
            self.exchange.files[path_of(listed)] = content if self._key % 17 else faults.CHALLENGE
        recent = self.exchange.rows[-8:]
        if self.random.random() < 0.1:
            self.withdrawn.append(gone := self.random.choice(recent))
            self.exchange.rows.remove(gone)
        elif self.random.random() < 0.1:
            self.random.choice(recent)["announcementTitle"] = "更名后的投资者关系活动记录表"

    def fails(self, asked: Asked, before: int, honest: Answer) -> Answer:
        """A fault now and then: busy, cut off, a challenge, an empty page; most pass when asked again."""
        chance = self.random.random()
        if chance < 0.02:
            return Answer(b"busy", 503)
        if chance < 0.03:
            return replace(honest, cut=len(honest.content) // 2)
        if chance < 0.035 and asked.method == "POST":
            self.hurt.append(asked)
            return Answer(faults.CHALLENGE)
        if chance < 0.04:
            self.hurt.append(asked)
            return Answer(b"<html>404</html>", 404)
        return honest


def lived(settings: Settings, exchange: Exchange, days: int, seed: int) -> tuple[Year, int]:
    """Two runs a day, some of them missed, over so many days, and a quiet one at the end; the runs that stayed open.

    Those stay open, and no others, that met a fault which asking again does not cure, at anything but a look: the walk
    behind it asks for itself.
    """
    year = Year(exchange, Random(seed))  # noqa: S311 - a seeded choice
    do = clocked(year.answered, lambda: year.now)
    exchange.faults.append(year.fails)
    left_open = 0
    for number in range(days):
        year.live((_BEGIN + timedelta(days=number)).date())
        for hours in (0, 11):
            year.now = _BEGIN + timedelta(days=number, hours=hours)
            if year.random.random() < 0.9:
                year.runs += 1
                year.hurt.clear()
                done = line.ingest(do, settings, "cninfo", None, None)
                looks = looks_of(settings, done.run_id)
                assert done.is_complete == all(one.fields in looks for one in year.hurt), done.open_reasons
                left_open += not done.is_complete
    exchange.faults.clear()
    year.now += timedelta(hours=1)
    assert line.ingest(do, settings, "cninfo", _BEGIN.date() - timedelta(days=7), None).is_complete
    return year, left_open


def looks_of(settings: Settings, run_id: str) -> list[dict[str, str]]:
    """What a run asked when it only looked."""
    entries = Archive(settings.archive).entries()
    bodies = [one.request_body for _, one in entries if one.run_id == run_id and one.kind == "look"]
    return [dict(parse_qsl(body or "", keep_blank_values=True)) for body in bodies]


def tables(settings: Settings) -> dict[str, str]:
    with reader(settings.published) as connection:
        return digests(connection)


def asked_of(settings: Settings, query: str) -> Sequence[tuple[object, ...]]:
    return ask.sql(settings.published, query).rows


def nothing_drifted(settings: Settings, year: Year, figure: Figure) -> None:
    """Hold archive, listing days and tables against each other and against the exchange."""
    live = {str(one["announcementId"]) for one in year.exchange.rows}
    keys = "select source_key from sighting join announcement using (announcement_id) where withdrawn_seen_at is"
    assert {str(one[0]) for one in asked_of(settings, f"{keys} null")} == live
    gone = {str(one["announcementId"]) for one in year.withdrawn}
    assert {str(one[0]) for one in asked_of(settings, f"{keys} not null")} <= gone
    assert asked_of(settings, "select count(*) from announcement anti join sighting using (announcement_id)") == ((0,),)
    assert asked_of(settings, "select distinct grade from listing_day") == (("counted",),)
    days = "select sum(listed), sum(parsed + refused) from listing_day"
    assert asked_of(settings, days) == ((len(live), len(live)),)
    kept = {
        entry.sha256 for _, entry in Archive(settings.archive).entries() if entry.kind == "file" and not entry.error
    }
    assert {str(one[0]) for one in asked_of(settings, "select document_id from document")} == kept - {None}
    assert verify(settings.archive, settings.building, settings.published) == ()
    grown = tables(settings)
    line.rebuild(clocked(lambda: year.now, lambda: year.now), settings)
    assert tables(settings) == grown
    figure("runs by a hurried clock, exchange failing", year.runs)
    figure("requests of these runs", len(year.exchange.asked))
    figure("announcements, days and files that archive, listing_day and tables hold alike", len(live))


@pytest.mark.soak
def test_in_two_days_nothing_drifts(settings: Settings, exchange: Exchange, figure: Figure) -> None:
    year, _ = lived(settings, exchange, 2, seed=1)
    nothing_drifted(settings, year, figure)


@pytest.mark.soak
@pytest.mark.parametrize("seed", [2, 3])
def test_in_two_months_nothing_drifts(settings: Settings, exchange: Exchange, figure: Figure, seed: int) -> None:
    year, left_open = lived(settings, exchange, 60, seed=seed)
    assert left_open, "no fault came that asking again does not cure"
    figure("of the runs left open, by faults that asking again does not cure", left_open)
    nothing_drifted(settings, year, figure)
