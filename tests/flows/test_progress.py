"""Progress: bars with rates on a terminal, one inside another too; few lines where there is none."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from flows import progress


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What is written where there is no terminal."""
    text = io.StringIO()
    monkeypatch.setattr(progress, "console", Console(file=text, width=120, highlight=False))
    return text


def test_lines_are_few_and_tell_rate_and_time_left(said: io.StringIO) -> None:
    clock = iter([0.0, 10.0, 40.0, 40.0, 50.0, 75.0, 75.0, 80.0])
    lines = progress.Lines("read", 10, lambda: next(clock))
    for _ in range(4):  # at 10, 40, 50 and 75 seconds
        lines.advance(2)
    lines.advance(2)
    lines.end()
    assert said.getvalue().splitlines() == [
        "read 4/10, 6.0/min, 剩 left 1:00",
        "read 8/10, 6.4/min, 剩 left 0:19",
        "read 10/10, 7.5/min, 80 s",
    ]


def test_where_there_is_no_terminal_a_step_says_one_line(said: io.StringIO) -> None:
    assert list(progress.track(iter("abc"), "list 列表", 3)) == ["a", "b", "c"]
    assert [line.split(",")[0] for line in said.getvalue().splitlines()] == ["list 列表 3/3"]


def test_nothing_to_do_says_nothing(said: io.StringIO) -> None:
    assert list(progress.track((), "list", 0)) == []
    assert said.getvalue() == ""


def test_on_a_terminal_bars_show_counts_and_rates_also_within_another(monkeypatch: pytest.MonkeyPatch) -> None:
    text = io.StringIO()
    terminal = Console(file=text, force_terminal=True, width=120, color_system=None)
    monkeypatch.setattr(progress, "console", terminal)
    for _ in progress.track(range(2), "outer", 2):
        assert list(progress.track(range(3), "inner", 3)) == [0, 1, 2]
    shown = text.getvalue()
    assert [word for word in ("outer", "2/2", "inner", "3/3", "/s", "剩 left") if word not in shown] == []
