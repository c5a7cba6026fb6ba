"""What tests share: the folder of real records, a home of their own, the local exchange."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.settings import Settings
from tests.exchange.server import Exchange, serving
from tests.factory import figures
from tests.factory.here import reading_here

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real records and contracts beside the project; the test skips where it is absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "corpus").is_dir():
        pytest.skip("the folder of real records, ../shared, is absent")
    return folder


@pytest.fixture
def exchange() -> Iterator[Exchange]:
    """A local exchange without rows."""
    with serving(Exchange()) as served:
        yield served


@pytest.fixture
def settings(tmp_path: Path, exchange: Exchange) -> Settings:
    """Settings with a home of their own, sent to the local exchange."""
    return Settings(home=tmp_path / "data", host_map=exchange.host_map, jobs=2)


@pytest.fixture
def read_here() -> Iterator[None]:
    """Files are read in this process."""
    with reading_here():
        yield


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> figures.Figure:
    """What a test tells a figure to, by name and value: the run prints it at its end."""
    return figures.figure_into(request.node.user_properties)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures of the tests that passed, one a line."""
    passed = terminalreporter.stats.get("passed", [])
    if told := figures.lines(report.user_properties for report in passed):
        terminalreporter.section("figures")
        for line in told:
            terminalreporter.line(line)
