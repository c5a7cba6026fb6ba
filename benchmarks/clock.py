"""Clocks: what a piece of work takes, in processor time and by the clock on the wall; figures against their aims."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds: of the processor, for this process, its threads and the processes it waited for; and on the wall."""

    cpu: float
    wall: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure with its aim; `most` says whether the aim is the most or the least that is allowed."""

    name: str
    value: float
    unit: str
    aim: float | None = None
    most: bool = True

    @property
    def holds(self) -> bool | None:
        """Whether the aim is reached; None without one."""
        if self.aim is None:
            return None
        return self.value <= self.aim if self.most else self.value >= self.aim


def taken(work: Callable[[], object]) -> Taken:
    """What the work takes."""
    cpu, wall = _cpu(), time.monotonic()
    work()
    return Taken(_cpu() - cpu, time.monotonic() - wall)


def table(figures: list[Figure]) -> str:
    """The figures as people read them; a cross marks an aim that is not reached."""
    lines = [f"{'':58} {'measured':>12} {'aim':>12}"]
    for one in figures:
        aim = "" if one.aim is None else f"{'≤' if one.most else '≥'} {one.aim:g}"
        lines.append(f"{one.name:58} {one.value:12.2f} {aim:>12} {one.unit}{' ✗' if one.holds is False else ''}")
    return "\n".join(lines) + "\n"


def rows(figures: list[Figure]) -> list[dict[str, object]]:
    """The figures as they are kept."""
    return [{**asdict(one), "holds": one.holds} for one in figures]


def _cpu() -> float:
    """To the microsecond: the clock of `os.times` ticks a hundred times a second, a small file's whole reading."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)
