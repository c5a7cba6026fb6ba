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

_ROUNDS = 5
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
    """Processor seconds of each command, the median of several; the home holds a published file."""
    return [Figure(name, _median(arguments, home), "s CPU", aim) for name, arguments, aim in _COMMANDS]


def _median(arguments: Sequence[str], home: Path) -> float:
    return median(taken(partial(run, arguments, home)).cpu for _ in range(_ROUNDS))
