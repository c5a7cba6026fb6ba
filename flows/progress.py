"""Progress on the terminal: a bar for each long step, or one line where nobody looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

_T = TypeVar("_T")
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
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as progress:
        task = progress.add_task(label, total=total)
        yield lambda count: progress.advance(task, count)


def say(text: str) -> None:
    """One line about what happens."""
    console.print(text)
