"""Memory: a run over 10,000 documents and a reader process over 5,000 stay within their bounds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from flows import pool
from tests.exchange.server import Exchange, path_of, row
from tests.factory import hostile
from tests.factory.figures import Figure
from tests.factory.text_record import text_record

ROOT = Path(__file__).resolve().parents[2]
MIB = 1 << 20
RUN = """
import json, resource, sys
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from extractors.fetch import parse_host_map
from flows import line
from flows.run import PLAIN
from flows.settings import Settings
tasks = []
def told(step):  # each call of a step is a task of Prefect's
    return lambda *given: (tasks.append(step), step(*given))[1]
def main():
    do = replace(PLAIN, **{one.name: told(getattr(PLAIN, one.name)) for one in fields(PLAIN) if one.name != "now"})
    settings = Settings(home=Path(sys.argv[1]), host_map=parse_host_map(sys.argv[2]), jobs=2)
    done = line.ingest(do, settings, "cninfo", date(2026, 1, 1), date(2026, 3, 1))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"parsed": done.parsed, "open": done.open_reasons, "run": peak, "tasks": len(tasks)}))
if __name__ == "__main__":
    main()
"""
_COUNT = 10_000


def resident(pid: int) -> int:
    """What a process has in memory, in bytes."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.soak
def test_a_run_over_ten_thousand_documents_stays_below_a_gigabyte(
    exchange: Exchange, tmp_path: Path, figure: Figure
) -> None:
    for key in range(_COUNT):
        listed = row(key, (date(2026, 1, 1) + timedelta(days=key % 58)).isoformat(), board=("SZCY", "SHZB")[key % 2])
        exchange.rows.append(listed)
        exchange.files[path_of(listed)] = text_record(listed["secCode"], listed["secName"], questions=5)
    script = tmp_path / "run.py"
    script.write_text(RUN, encoding="utf-8")
    command = [sys.executable, str(script), str(tmp_path / "data"), exchange.host_map_text]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=3000)  # noqa: S603
    assert ended.returncode == 0, ended.stderr
    done = json.loads(ended.stdout)
    assert (done["parsed"], done["open"]) == (_COUNT, [])
    assert _COUNT // 100 <= done["tasks"] <= 200
    assert done["run"] * 1024 < 1024 * MIB
    figure("documents of one run", done["parsed"])
    figure("tasks of this run", done["tasks"])
    figure("MiB of memory of the run's own process, at most", f"{done['run'] // 1024}")


@pytest.mark.soak
def test_a_reader_that_is_never_renewed_does_not_grow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figure: Figure
) -> None:
    monkeypatch.setattr(pool, "_FILES", 0)
    path = tmp_path / "record.pdf"
    path.write_bytes(hostile.SMALL["pdf"])
    sizes: list[int] = []
    for number, _ in enumerate(pool.read_all([path] * 5000, 1), 1):
        if number % 500 == 0:
            sizes.append(max(resident(pid) for pid in children()))
    assert max(sizes) < 300 * MIB
    assert sizes[-1] - sizes[1] < 10 * MIB
    figure("MiB of a reader's memory after each 500 of 5,000 files", " ".join(str(size // MIB) for size in sizes))


def children() -> list[int]:
    """The processes that this one has started."""
    found: list[int] = []
    for task in Path("/proc/self/task").iterdir():
        found += map(int, (task / "children").read_text(encoding="ascii").split())
    return found
