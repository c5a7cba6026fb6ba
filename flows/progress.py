"""Progress on stderr: on a terminal a bar with rate and time left for each long step, else a line now and then."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

_T = TypeVar("_T")
_QUIET = 30.0  # seconds between two lines where there is no terminal
console = Console(stderr=True, highlight=False)


def track(things: Iterable[_T], label: str, total: int) -> Iterator[_T]:
    """The things, with a bar that moves as they are taken."""
    with bar(label, total) as advance:
        for thing in things:
            yield thing
            advance(1)


@contextmanager
def bar(label: str, total: int) -> Iterator[Callable[[int], None]]:
    """A bar, and the function that moves it on; nothing where there is nothing to do."""
    if not total:
        yield lambda _: None
    elif console.is_terminal:
        left = TimeRemainingColumn(compact=True)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeElapsedColumn())
        with Progress(*columns, TextColumn("剩 left"), left, console=console) as progress:
            task = progress.add_task(label, total=total)
            yield lambda count: progress.advance(task, count)
    else:
        lines = Lines(label, total)
        yield lines.advance
        lines.end()


def rate(speed: float | None) -> str:
    """Things a second, or a minute where they are slow.

    >>> rate(12.34), rate(0.05), rate(None)
    ('12.3/s', '3.0/min', '')
    """
    if speed is None:
        return ""
    return f"{speed:.1f}/s" if speed >= 1 else f"{speed * 60:.1f}/min"


def say(text: str) -> None:
    """One line about what happens."""
    console.print(text)


class Lines:
    """Progress in lines: one when half a minute is over and something moved, and one at the end."""

    def __init__(self, label: str, total: int, now: Callable[[], float] = time.monotonic) -> None:
        """Begin at the clock's instant, in seconds."""
        self._label, self._total, self._now = label, total, now
        self._begun = self._said = now()
        self._done = 0

    def advance(self, count: int) -> None:
        """Count what was done."""
        self._done += count
        if self._done < self._total and self._now() - self._said >= _QUIET:
            self._said = self._now()
            seconds = self._said - self._begun
            left = round(seconds / self._done * (self._total - self._done))
            say(f"{self._told(seconds)}, 剩 left {left // 60}:{left % 60:02}")

    def end(self) -> None:
        """Say how long it took."""
        seconds = self._now() - self._begun
        say(f"{self._told(seconds)}, {seconds:.0f} s")

    def _told(self, seconds: float) -> str:
        speed = f", {rate(self._done / seconds)}" if seconds else ""
        return f"{self._label} {self._done}/{self._total}{speed}"


class _Rate(ProgressColumn):
    """Things a second."""

    def render(self, task: Task) -> Text:
        return Text(rate(task.finished_speed or task.speed), style="progress.data.speed")
