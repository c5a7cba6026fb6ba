"""Start-up: how long `jiyao --help` and `jiyao sql` take, from an empty interpreter to the answer."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.clock import Figure, taken
from flows import line
from flows.run import PLAIN
from flows.settings import Settings

_ROUNDS = 5
_SAMPLE = Path(__file__).resolve().parent.parent / "sample"
_COMMANDS = (
    ("jiyao --help", ("--help",), 0.5),
    ("jiyao sql", ("sql", "select count(*) from record_overview"), 1.0),
)


def run(arguments: Sequence[str], home: Path) -> None:
    """Run the command line in a process of its own, on the files of a home."""
    subprocess.run(  # noqa: S603 - our own command
        [Path(sys.executable).with_name("jiyao"), *arguments],
        env={**os.environ, "JIYAO_HOME": str(home)}, check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip


def figures(home: Path) -> list[Figure]:
    """Processor seconds of each command, the median of several; the sample is published where the home is empty."""
    own = Settings(home=home, host_map={}, jobs=1)
    if not own.published.exists():
        line.replay(PLAIN, own, _SAMPLE)
    return [Figure(name, _median(arguments, home), "s CPU", aim) for name, arguments, aim in _COMMANDS]


def _median(arguments: Sequence[str], home: Path) -> float:
    return median(taken(partial(run, arguments, home)).cpu for _ in range(_ROUNDS))
