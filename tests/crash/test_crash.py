"""Runs that are killed anywhere end, restarted, in the tables of an undisturbed one."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from tests.crash.harness import KINDS, STAGES, Harness, Kill
from tests.exchange.server import Exchange, serving
from tests.factory.figures import Figure


@pytest.fixture(scope="module")
def harness(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Harness]:
    """Runs that read their files in their own process."""
    yield from opened(tmp_path_factory, here=True)


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Harness]:
    """Runs over all sources."""
    yield from opened(tmp_path_factory, here=True, source="")


@pytest.fixture(scope="module")
def pooled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Harness]:
    """Runs with reader processes."""
    yield from opened(tmp_path_factory, here=False)


def opened(tmp_path_factory: pytest.TempPathFactory, *, here: bool, source: str = "cninfo") -> Iterator[Harness]:
    with serving(Exchange()) as exchange:
        made = Harness(tmp_path_factory.mktemp("crash"), exchange, here, source)
        made.open()
        yield made
        made.close()


def test_the_points_lie_in_every_part_of_a_run(harness: Harness) -> None:
    places = set(KINDS) - {"time"}
    assert set(harness.passed["first"]) == set(harness.passed["second"]) == places
    assert set(harness.passed["rebuild"]) >= places - {"fetch", "request"}
    assert min(harness.passed["first"].values()) > 50


@pytest.mark.parametrize(("stage", "count"), [("first", 3), ("second", 4), ("rebuild", 3)])
def test_a_run_killed_again_and_again_ends_in_the_tables_of_an_undisturbed_one(
    harness: Harness, figure: Figure, stage: str, count: int
) -> None:
    kills = harness.kills(Random(count), stage, count)  # noqa: S311 - a seeded choice
    hits = harness.trial(stage, stage, kills)
    assert 0 < hits <= count
    figure("runs killed by SIGKILL, digests equal after the next", hits)


def requests(harness: Harness, random: Random, stage: str, count: int) -> list[Kill]:
    """Kills at requests, before or behind each, in the first half of what a whole run asks: the next asks for less."""
    most = harness.passed[stage]["request"] // 2
    return [("request", random.randint(1, most), 0.0) for _ in range(count)]


@pytest.mark.parametrize(("stage", "seed"), [("first", 1), ("second", 2)])
def test_a_run_over_all_sources_killed_at_its_requests_fetches_no_file_twice(
    every: Harness, figure: Figure, stage: str, seed: int
) -> None:
    kills = requests(every, Random(seed), stage, 4)  # noqa: S311 - a seeded choice
    hits = every.trial(f"all-{stage}", stage, kills)
    assert hits
    figure("runs over all sources killed at a request, no file fetched twice", hits)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10, 14))
def test_runs_over_all_sources_killed_at_their_requests_fetch_no_file_twice(
    every: Harness, figure: Figure, seed: int
) -> None:
    random = Random(seed)  # noqa: S311 - a seeded choice
    hits = sum(
        every.trial(f"all-{seed}-{number}", stage, requests(every, random, stage, 5))
        for number, stage in enumerate(("first", "second", "first"))
    )
    assert hits > 5, "of fifteen"
    figure("runs over all sources killed at a request, no file fetched twice", hits)


@pytest.mark.soak
@pytest.mark.parametrize("block", range(4))
def test_runs_killed_again_and_again_end_in_the_same_tables(pooled: Harness, figure: Figure, block: int) -> None:
    hits = 0
    for seed in range(block * 10, block * 10 + 10):
        random = Random(1000 + seed)  # noqa: S311 - a seeded choice
        stage = random.choice(STAGES)
        kills = pooled.kills(random, stage, random.randint(1, 3))
        hits += pooled.trial(f"trial-{seed}", stage, kills)
    assert hits > 12, "of all blocks fewer than fifty"
    figure("runs killed by SIGKILL, digests equal after the next", hits)
