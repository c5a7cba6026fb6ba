"""`python -m tests.golden.make`: writes `<case>/input.*` and `<case>/expected.json` beside itself; two runs are equal.

What is expected is written in the modules of `maker` beside what is printed, under the labelling guide; no parser
has a hand in it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sample.maker import fonts
from tests.golden.maker import (
    answers,
    dialogues,
    draw,
    hosts,
    layouts,
    participants,
    producers,
    questions,
    rosters,
    sessions,
    ticks,
)
from tests.golden.maker.case import Case

HERE = Path(__file__).parent
GROUPS = (producers, layouts, ticks, participants, rosters, sessions, hosts, questions, answers, dialogues)


def main(arguments: list[str] | None = None) -> int:
    """Make the cases anew; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--font", type=Path, help="the Chinese font, where it is not in a usual place")
    chosen = parser.parse_args(arguments)
    try:
        made = dict(files(fonts.find(chosen.font)))
    except fonts.FontMissingError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for old in HERE.glob("*/expected.json"):
        shutil.rmtree(old.parent)
    for name, content in made.items():
        place = HERE / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(content)
    sys.stdout.write(f"{len(made) // 2} cases, {sum(map(len, made.values()))} bytes\n")
    return 0


def files(font: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of every case with its name under this folder."""
    found = cases()
    used = "".join(sorted({char for case in found if case.sheet for char in draw.characters_of(case.sheet)}))
    with tempfile.TemporaryDirectory() as folder:
        shared = Path(folder) / "shared.ttf"
        draw.shared_font(font, used, shared)
        for case in found:
            yield f"{case.name}/input.{case.kind}", draw.content(case, shared)
            yield f"{case.name}/expected.json", _said(case)


def cases() -> tuple[Case, ...]:
    """All cases, each name once.

    Raises ValueError where two cases have one name.
    """
    found = tuple(case for group in GROUPS for case in group.cases())
    names = [case.name for case in found]
    if len({*names}) < len(names):
        raise ValueError(f"a name comes twice: {sorted(name for name in names if names.count(name) > 1)}")
    return found


def _said(case: Case) -> bytes:
    return (json.dumps(case.expected, ensure_ascii=False, indent=1) + "\n").encode()


if __name__ == "__main__":
    raise SystemExit(main())
