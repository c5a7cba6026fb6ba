"""A process that runs the line on demand in forked children, and kills one where it is told to.

It imports everything once, so that a run costs no start. One JSON object a line comes in and one goes out.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from types import CodeType, FrameType

# C functions at which a run may be killed, and what they are part of; ours are told by their files below
_CALLS = {("posix", "fsync"): "archive", ("posix", "replace"): "publish", ("posix", "unlink"): "publish"}
_FILES = {
    "warehouse/archive.py": "archive", "warehouse/disk.py": "archive", "warehouse/load.py": "load",
    "warehouse/connection.py": "load", "warehouse/migrate.py": "load", "warehouse/publish.py": "publish",
    "warehouse/check.py": "publish", "flows/keep.py": "fetch", "extractors/fetch.py": "fetch", "flows/steps.py": "line",
    "flows/line.py": "line", "flows/run.py": "line", "flows/asking.py": "line", "flows/progress.py": "line",
    "flows/replay.py": "load", "warehouse/pending.py": "line", "warehouse/names.py": "line", "warehouse/measure.py": "line",
}  # fmt: skip
_REQUEST = ("extractors/fetch.py", "_once")  # each request, before it and behind it
_HOT = {"_plain", "_json", "_numbered", "_entry", "_columns", "scripts"}  # called once a value
Order = dict[str, object]


class Points:
    """Counts the points that a run passes, by what they are part of, and kills it at one of them."""

    def __init__(self, kind: str | None, number: int, delay: float) -> None:
        """At the n-th point of a kind, after a delay in seconds."""
        self.kind, self.number, self.delay = kind, number, delay
        self.passed: Counter[str] = Counter()
        self._kinds: dict[CodeType, str | None] = {}

    def __call__(self, frame: FrameType, event: str, arg: object) -> None:
        """See one event of the interpreter."""
        if event in {"call", "return"}:
            kind = self._kind(frame.f_code)
        else:
            kind = _CALLS.get((getattr(arg, "__module__", None) or "", getattr(arg, "__name__", "")))
        if kind is None:
            return
        self.passed[kind] += 1
        if kind == self.kind and self.passed[kind] == self.number:
            kill_after(self.delay)

    def _kind(self, code: CodeType) -> str | None:
        if code not in self._kinds:
            name = "/".join(code.co_filename.split("/")[-2:])
            found = "request" if (name, code.co_name) == _REQUEST else _FILES.get(name)
            self._kinds[code] = None if code.co_name in _HOT or code.co_name.startswith("<") else found
        return self._kinds[code]


def kill_after(seconds: float) -> None:
    """Kill this process, at once or in the middle of what it does next."""
    if not seconds:
        os.kill(os.getpid(), signal.SIGKILL)
    threading.Thread(target=lambda: (time.sleep(seconds), os.kill(os.getpid(), signal.SIGKILL)), daemon=True).start()


def run(order: Order) -> None:
    """One run of the line, with the clocks that are ordered: answers come at one instant, runs are told apart."""
    from flows import line, pool
    from flows.settings import Settings
    from tests.factory.clock import clocked

    if order["here"]:  # no reader processes: a run costs half a second less
        pool.read_all = lambda paths, _: map(pool.read_here, paths)  # type: ignore[assignment]
    answered = datetime.fromisoformat(str(order["answered_at"]))
    started = datetime.fromisoformat(str(order["started_at"]))
    settings = Settings(home=Path(str(order["home"])), host_map=dict(order["host_map"]), jobs=1)  # type: ignore[call-overload]

    do = clocked(lambda: answered, lambda: started)
    if order["what"] == "rebuild":
        line.rebuild(do, settings)
    else:
        since, until = (date.fromisoformat(str(order[name])) for name in ("since", "until"))
        line.ingest(do, settings, str(order["source"]), since, until)


def child(order: Order, answer: Path) -> None:
    """Run in this process, under the points, and write down how it went."""
    points = Points(*order["kill"]) if order["kill"] else Points(None, 0, 0.0)  # type: ignore[misc]
    if points.kind == "time":
        kill_after(points.delay)
    began = time.monotonic()
    sys.setprofile(points)
    try:
        run(order)
    except Exception:  # noqa: BLE001 - whatever it is, the harness is told
        said = traceback.format_exc()
    else:
        said = ""
    sys.setprofile(None)
    answer.write_text(json.dumps({"error": said, "passed": points.passed, "seconds": time.monotonic() - began}))


def forked(work: Callable[[], None]) -> int:
    """How a forked child ended that did some work."""
    pid = os.fork()
    if not pid:
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def main() -> None:
    """Serve until the input ends."""
    import duckdb  # noqa: F401 - loaded before children are forked
    import pebble  # noqa: F401

    from extractors import reading  # noqa: F401
    from flows import line, pool  # noqa: F401
    from tests.factory import clock  # noqa: F401

    for text in sys.stdin:
        order = json.loads(text)
        answer = Path(order["home"]).with_suffix(".answer")
        answer.unlink(missing_ok=True)
        code = forked(lambda order=order, answer=answer: child(order, answer))  # type: ignore[misc]
        told = json.loads(answer.read_text()) if answer.exists() else {}
        sys.__stdout__.write(json.dumps({"code": code, **told}) + "\n")  # type: ignore[union-attr]
        sys.__stdout__.flush()  # type: ignore[union-attr]


if __name__ == "__main__":
    main()
