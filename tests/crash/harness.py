"""The harness of the crash tests: three stages of a home, undisturbed, and trials that kill a stage and restart it."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from tests.crash.market import every_source, one_source
from tests.exchange.server import Exchange
from warehouse.archive import Archive
from warehouse.connection import reader
from warehouse.digest import digests
from warehouse.verify import verify

ROOT = Path(__file__).resolve().parents[2]
STAGES = ("first", "second", "rebuild")
KINDS = ("archive", "load", "publish", "fetch", "request", "line", "time")
_START = datetime(2026, 3, 4, 12, tzinfo=UTC)
Kill = tuple[str, int, float]


@dataclass(slots=True)
class Harness:
    """A worker, the exchange that it asks, and what each stage gives when nothing disturbs it."""

    folder: Path
    exchange: Exchange
    here: bool  # whether files are read in the run's own process
    source: str = "cninfo"  # that is listed; all where none is named
    passed: dict[str, dict[str, int]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    tables: dict[str, dict[str, str]] = field(default_factory=dict)
    downloads: dict[str, int] = field(default_factory=dict)
    _worker: subprocess.Popen[str] | None = None
    _runs: int = 0

    def open(self) -> None:
        """Start the worker and take each stage undisturbed; the home before each is kept."""
        self._worker = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.worker"], cwd=ROOT, text=True, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        home = self.folder / "whole"
        home.mkdir()
        for stage in STAGES:
            shutil.copytree(home, self.folder / f"before-{stage}")
            self.set_up(stage)
            done = self.run(home, stage, None)
            assert (done["code"], done["error"]) == (0, ""), done
            self.passed[stage], self.seconds[stage] = done["passed"], float(done["seconds"])
            self.tables[stage], self.downloads[stage] = tables(home), sum(self.exchange.downloads().values())

    def close(self) -> None:
        """End the worker."""
        assert self._worker
        assert self._worker.stdin
        self._worker.stdin.close()
        self._worker.wait(timeout=30)

    def set_up(self, stage: str) -> None:
        """Let the exchange offer what it does at a stage, and forget what it was asked."""
        listed, files = (one_source if self.source else every_source)(is_later=stage != "first")
        self.exchange.listed |= listed
        self.exchange.files = files
        self.exchange.asked.clear()

    def run(self, home: Path, stage: str, kill: Kill | None) -> dict[str, Any]:
        """Run a stage in a home; how it ended."""
        assert self._worker
        assert self._worker.stdin
        assert self._worker.stdout
        self._runs += 1
        answered = _START + timedelta(days=STAGES.index(stage))
        order = {
            "home": str(home), "what": stage, "kill": kill, "here": self.here, "host_map": self.exchange.host_map,
            "answered_at": answered.isoformat(), "started_at": (answered + timedelta(seconds=self._runs)).isoformat(),
            "source": self.source, "since": "2026-03-02", "until": "2026-03-05",
        }  # fmt: skip
        self._worker.stdin.write(json.dumps(order) + "\n")
        self._worker.stdin.flush()
        return dict(json.loads(self._worker.stdout.readline()))

    def kills(self, random: Random, stage: str, count: int) -> list[Kill]:
        """Random points of a stage: a place in the code, or an instant; at once or a little behind."""
        found: list[Kill] = []
        for _ in range(count):
            kind = random.choice([one for one in KINDS if one == "time" or self.passed[stage].get(one)])
            if kind == "time":
                found.append((kind, 0, random.uniform(0, self.seconds[stage])))
            else:
                delay = random.choice((0.0, random.uniform(0, 0.02)))
                found.append((kind, random.randint(1, self.passed[stage][kind]), delay))
        return found

    def trial(self, name: str, stage: str, kills: Sequence[Kill]) -> int:
        """Kill a stage at each point in turn, restart it, and hold it against the undisturbed one; kills that hit."""
        home = self.folder / name
        shutil.copytree(self.folder / f"before-{stage}", home)
        self.set_up(stage)
        hits = 0
        allowed = [self.tables.get(STAGES[STAGES.index(stage) - 1]) if stage != "first" else None, self.tables[stage]]
        for kill in kills:
            done = self.run(home, stage, kill)
            assert done["code"] in {0, -signal.SIGKILL}, done
            assert not done.get("error"), done
            hits += done["code"] != 0
            assert (tables(home) if (home / "jiyao.duckdb").exists() else None) in allowed, "readers see half a load"
        done = self.run(home, stage, None)
        assert (done["code"], done["error"]) == (0, ""), done
        assert tables(home) == self.tables[stage]
        assert sum(self.exchange.downloads().values()) <= self.downloads[stage] + hits
        assert (left := left_over(home)) == [], left
        shutil.rmtree(home)
        return hits


def tables(home: Path) -> dict[str, str]:
    """Digests of the published file."""
    with reader(home / "jiyao.duckdb") as connection:
        return digests(connection)


def left_over(home: Path) -> list[str]:
    """What a run that was killed left behind and the next one did not put right."""
    wrong = [str(one) for one in verify(home / "archive", home / "warehouse.building", home / "jiyao.duckdb")]
    known = {"archive", "warehouse.building", "jiyao.duckdb", "jiyao.previous.duckdb", "warehouse.lock"}
    wrong += sorted({path.name for path in home.iterdir()} - known)
    wrong += [str(path) for path in (home / "archive").glob("incoming/*")]
    entries = [entry for _, entry in Archive(home / "archive").entries() if entry.kind == "file" and entry.sha256]
    twice = [address for address, count in Counter(entry.address for entry in entries).items() if count > 1]
    return wrong + twice
