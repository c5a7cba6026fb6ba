"""Whatever goes wrong on the way of a few runs, the tables end as without it, or what stays wrong says so alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from flows import steps
from flows.settings import Settings
from tests.exchange.schedules import KINDS, LASTING, RUNS, Schedule, listed, market
from tests.exchange.server import Exchange, Row, serving
from tests.factory.figures import Figure
from warehouse.connection import writer
from warehouse.digest import digests

SEEDS, SOAKED, LASTING_SEEDS = range(8), range(8, 248), range(300, 340)
REASONS = {
    "504": "BadStatus", "429": "BadStatus", "429 with a wait": "BadStatus", "cut": "NoResponse", "drip": "NoResponse",
    "bomb": "TooLarge", "charset": "ContractBroken", "challenge": "ContractBroken", "empty": "CountMismatch FeedEnded",
}  # fmt: skip
_COUNTED = (
    "select source, partition, day, listed from listing_day where grade <> 'open' and source not in (select unnest(?))"
)
_SIGHTED = (
    "select * exclude changed_in_run from sighting where source not in (select unnest(?)) order by source, source_key"
)
Rows = list[tuple[object, ...]]
_empty: list[bytes] = []
_undisturbed: dict[str, tuple[dict[str, str], Rows, Rows]] = {}


def rows(settings: Settings, query: str, left_out: Sequence[str]) -> Rows:
    with writer(settings.building) as connection:
        return connection.execute(query, [list(left_out)]).fetchall()


def tables(settings: Settings) -> dict[str, str]:
    with writer(settings.building) as connection:
        return digests(connection)


@contextmanager
def selling(rows_of: dict[str, list[Row]]) -> Iterator[Exchange]:
    """An exchange with these rows."""
    with serving(Exchange()) as exchange:
        exchange.listed |= {name: list(found) for name, found in rows_of.items()}
        yield exchange


def at_home(home: Path, exchange: Exchange) -> Settings:
    """A home whose writer's file has its tables and registers already; made once, then copied."""
    settings = Settings(home=home, host_map=exchange.host_map, jobs=1)
    home.mkdir(parents=True)
    if _empty:
        settings.building.write_bytes(_empty[0])
    else:
        steps.load(settings, "20260101T000000Z-00000000", settings.building)
        _empty.append(settings.building.read_bytes())
    return settings


def honest(
    folder: Path, exchange: Exchange, names: Sequence[str], left_out: Sequence[str]
) -> tuple[dict[str, str], Rows, Rows]:
    """What the exchange's rows give when nothing is wrong; worked out once for the same rows."""
    key = f"{names} {left_out} " + " ".join(f"{name} {len(found)}" for name, found in exchange.listed.items())
    if key not in _undisturbed:
        with selling(exchange.listed) as other:
            settings = at_home(folder / "honest", other)
            assert listed(settings, 0, names) == []
            told = [sorted(rows(settings, query, left_out), key=repr) for query in (_COUNTED, _SIGHTED)]
            _undisturbed[key] = tables(settings), *told
    return _undisturbed[key]


def ends_as_without(folder: Path, seed: int) -> set[str]:
    """Run a schedule of faults that pass; which kinds of fault struck."""
    schedule = Schedule.of(Random(seed), permanent=False)  # noqa: S311 - a seeded choice
    with selling(market()) as exchange:
        least = {one[:3]: one[3] for one in honest(folder / "least", exchange, schedule.names, [])[1]}
        schedule.put_into(exchange)
        settings = at_home(folder / "tried", exchange)
        reasons, came, number = ["not run"], 0, 0
        while reasons or schedule.late > came:  # what came behind a list's back comes with the next run
            number, came = number + 1, schedule.late
            if number == RUNS:
                schedule.troubles.clear()
            assert number <= RUNS, reasons
            reasons = listed(settings, number, schedule.names)
            claimed = {one[:3]: one[3] for one in rows(settings, _COUNTED, [])}
            assert all(claimed[part] >= least[part] for part in claimed), "a day is proved that lacks rows"
        assert tables(settings) == honest(folder, exchange, schedule.names, [])[0]
    return schedule.struck


def stays_alone(folder: Path, seed: int) -> set[str]:
    """Run a schedule with a fault that stays; its source is refused by name, the rest is as without."""
    schedule = Schedule.of(Random(seed), permanent=True)  # noqa: S311 - a seeded choice
    lasting = schedule.troubles[-1]
    hurt = [lasting.source, "cninfo_fulltext"] if lasting.source == "cninfo" else [lasting.source]
    with selling(market()) as exchange:
        schedule.put_into(exchange)
        settings = at_home(folder / "tried", exchange)
        reasons: list[str] = []
        for number in (1, 2):
            if number > 1:
                schedule.troubles[:-1] = []
            reasons = listed(settings, number, schedule.names)
        assert reasons
        assert {one.split()[1] for one in reasons} <= set(hurt)
        assert {one.split()[0] for one in reasons} <= set(REASONS[lasting.name].split())
        _, counted, sighted = honest(folder, exchange, schedule.names, hurt)
        assert sorted(rows(settings, _COUNTED, hurt), key=repr) == counted
        assert sorted(rows(settings, _SIGHTED, hurt), key=repr) == sighted
    return {lasting.name}


@pytest.mark.parametrize("seed", SEEDS)
def test_faults_that_pass_leave_no_trace(tmp_path: Path, seed: int) -> None:
    assert ends_as_without(tmp_path, seed) <= set(KINDS)


@pytest.mark.parametrize("seed", LASTING_SEEDS[:3])
def test_a_fault_that_stays_is_refused_by_name_and_alone(tmp_path: Path, seed: int) -> None:
    assert stays_alone(tmp_path, seed) <= set(LASTING)


@pytest.mark.soak
@pytest.mark.parametrize("block", range(10))
def test_two_hundred_and_forty_schedules_leave_no_trace(tmp_path: Path, figure: Figure, block: int) -> None:
    seeds = SOAKED[block * 24 : block * 24 + 24]
    struck = set().union(*(ends_as_without(tmp_path / str(seed), seed) for seed in seeds))
    assert len(struck) > len(KINDS) / 2
    figure("schedules of faults that pass, tables equal", len(seeds))


@pytest.mark.soak
@pytest.mark.parametrize("block", range(4))
def test_forty_schedules_with_a_fault_that_stays(tmp_path: Path, figure: Figure, block: int) -> None:
    seeds = LASTING_SEEDS[block * 10 : block * 10 + 10]
    assert set().union(*(stays_alone(tmp_path / str(seed), seed) for seed in seeds)) <= set(LASTING)
    figure("schedules with a fault that stays, refused by name and alone", len(seeds))
