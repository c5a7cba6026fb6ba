"""The benchmark suite: every figure in one run, as a table and in build/bench.json.

Processor time is measured where possible: the machine may have other work. `--scale` tells the part of the warehouse's
full size (200,000 records) that is made; `--only` names parts.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks import clock, flow, loading, parse, scale, startup, workers
from benchmarks.clock import Figure

_OUT = parse.ROOT / "build/bench.json"


def parts(folder: Path, share: float) -> Mapping[str, Callable[[], list[Figure]]]:
    """The parts of the suite by name, in order: those that need a published file stand behind the flow."""
    return {
        "parse": parse.figures,
        "workers": lambda: workers.figures(parse.every(), parse.sample()),
        "flow": lambda: flow.figures(folder),
        "startup": lambda: startup.figures(folder / "whole"),
        "loading": lambda: loading.figures(folder),
        "scale": lambda: scale.figures(folder, int(scale.RECORDS * share)),
    }


def main() -> int:
    """Measure, print and keep; 1 where an aim is not reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=0.1)
    parser.add_argument("--only", nargs="*", default=())
    parser.add_argument("--out", type=Path, default=_OUT)
    options = parser.parse_args()
    found: dict[str, list[Figure]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, measure in parts(Path(folder), options.scale).items():
            if not options.only or name in options.only:
                found[name] = measure()
                sys.stdout.write(f"\n{name}\n{clock.table(found[name])}")
                sys.stdout.flush()
    options.out.parent.mkdir(parents=True, exist_ok=True)
    kept = {name: clock.rows(figures) for name, figures in found.items()}
    options.out.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return int(any(one.holds is False for figures in found.values() for one in figures))


if __name__ == "__main__":
    sys.exit(main())
