"""The locks: every entry is pinned, has hashes and names no host; floors hold; the audit never passes by mistake."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
LOCKS = {name: (ROOT / name).read_text("utf-8") for name in ("requirements.lock", "requirements-ocr.lock")}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
MADE_FOR = {
    "requirements.lock": [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]],
    "requirements-ocr.lock": [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["ocr"]],
}
# The last version with the hole, or the first with which something dies
REFUSED = {
    "pdfminer-six": "20251230",  # CVE-2025-64512 and what was left of it: code execution through a font's CMap
    "requests": "2.32.3",  # CVE-2024-47081: credentials of .netrc to another host
    "urllib3": "2.6.2",  # CVE-2025-66418, CVE-2025-66471, CVE-2026-21441: bombs in packed answers
    "fastapi": "0.151.0",  # Prefect's server dies at import
    "sqlalchemy": "2.1.0",  # Prefect's server plans no scheduled run
}
HEAD = re.compile(r"([a-z0-9-]+==[0-9a-z.]+(?: ; [^\\@]+)?) \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


@pytest.mark.parametrize("name", ["Makefile", ".ci/run", "deploy/Containerfile"])
def test_a_lock_is_installed_with_itself_as_constraints(name: str) -> None:
    """Else an older pip takes the newest of what is asked for with an extra, which the lock does not hold."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    found = re.findall(r"install\s+--require-hashes\s.*?-r (\S+)(?: -c (\S+))?", text)
    assert found
    assert all(lock == constraints for lock, constraints in found)


def offences(text: str) -> list[str]:
    """Lines of a lock that are no pinned name, or no hash of one, or without a hash that belongs there."""
    wrong, is_open = [], False
    for line in text.splitlines():
        found = HASH.fullmatch(line) if is_open else HEAD.fullmatch(line)
        wrong += [] if found else [line]
        is_open = line.endswith("\\")
    return wrong + (["the last entry has no hash"] if is_open else [])


def entries(text: str) -> list[Requirement]:
    """What a lock pins; a name more than once where versions differ by platform or Python."""
    return [Requirement(head[1]) for line in text.splitlines() if (head := HEAD.fullmatch(line))]


def pins(text: str) -> dict[str, set[str]]:
    """Versions by name."""
    found: dict[str, set[str]] = {}
    for one in entries(text):
        found.setdefault(one.name, set()).add(version_of(one))
    return found


def version_of(entry: Requirement) -> str:
    return str(entry.specifier).removeprefix("==")


def unmet(text: str, requirements: Sequence[str]) -> list[str]:
    """Requirements that no entry of a lock is for, or that one breaks."""
    locked = pins(text)
    wanted = [Requirement(one) for one in requirements]
    return [
        str(one) for one in wanted if not (have := locked.get(one.name)) or not all(map(one.specifier.contains, have))
    ]


@pytest.mark.parametrize("name", LOCKS)
def test_every_entry_is_pinned_has_hashes_and_names_no_host(name: str) -> None:
    assert offences(LOCKS[name]) == []
    assert len(pins(LOCKS[name])) > 100


_SOUND = f"a==1 \\\n    --hash=sha256:{'0' * 64}\n"


@pytest.mark.parametrize(
    "text",
    [
        "a==1\n", "a==1 \\\n", "a>=1 \\\n", f"{_SOUND}b==1 \\\n", f"--index-url https://example.com/simple\n{_SOUND}",
        f"--find-links /opt/wheels\n{_SOUND}", f"{_SOUND}# via https://example.com\n", "-e .\n", _SOUND.replace("0" * 64, "0" * 63),
        _SOUND.replace("a==1", "a @ https://example.com/a.whl"), _SOUND.replace("sha256", "md5"), f"{_SOUND}-r other.txt\n",
    ],
)  # fmt: skip
def test_an_entry_that_is_none_is_found(text: str) -> None:
    assert offences(_SOUND) == []
    assert offences(text)


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_holds_what_the_project_asks_for(name: str) -> None:
    assert unmet(LOCKS[name], MADE_FOR[name]) == []


@pytest.mark.parametrize("name", REFUSED)
def test_a_version_with_a_known_hole_is_refused(name: str) -> None:
    bad = re.sub(rf"^{name}==\S+", f"{name}=={REFUSED[name]}", LOCKS["requirements.lock"], flags=re.MULTILINE)
    assert [one.split("<")[0].split(">")[0] for one in unmet(bad, MADE_FOR["requirements.lock"])] == [name]


def test_both_locks_say_the_same_of_what_both_hold() -> None:
    main, extra = (pins(text) for text in LOCKS.values())
    assert {name for name in main.keys() & extra.keys() if main[name] != extra[name]} == set()


@contextmanager
def knowing(holes: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    """A vulnerability service on loopback that knows these holes by package, and what it was asked for."""
    asked: list[str] = []

    class Service(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            """Answer one query as OSV does."""
            query = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            name = query["package"]["name"]
            asked.append(f"{name}=={query['version']}")
            hole = {"id": holes.get(name), "summary": "a hole", "affected": []}
            content = json.dumps({"vulns": [hole]} if name in holes else {}).encode()
            self.send_response(503 if holes.get(name) == "busy" else 200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def audited(tmp_path: Path, service: str) -> subprocess.CompletedProcess[str]:
    """The Makefile's own command of the audit, at another service."""
    (line,) = re.findall(r"^\t@(.*pip-audit .*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    command = line.replace("$(OSV)", service).replace(".venv/bin/", f"{Path(sys.executable).parent}/")
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "NO_PROXY": "127.0.0.1"}
    return subprocess.run(  # noqa: S602 - the Makefile's line, as make runs it
        command, shell=True, capture_output=True, text=True, check=False, timeout=120, cwd=ROOT, env=environment
    )


def test_the_audit_asks_for_every_entry_and_passes_where_nothing_is_known(tmp_path: Path) -> None:
    with knowing({}) as (service, asked):
        done = audited(tmp_path, service)
    assert (done.returncode, "No known vulnerabilities" in done.stderr) == (0, True), done.stderr
    here = [one for text in LOCKS.values() for one in entries(text) if one.marker is None or one.marker.evaluate()]
    assert set(asked) == {f"{one.name}=={version_of(one)}" for one in here}


@pytest.mark.parametrize("hole", ["GHSA-0000-0000-0000", "busy"])
def test_the_audit_fails_on_a_hole_and_where_the_service_does_not_answer(tmp_path: Path, hole: str) -> None:
    with knowing({"numpy": hole}) as (service, _):
        done = audited(tmp_path, service)
    assert done.returncode == 2
    assert ("GHSA-0000-0000-0000" in done.stdout) == (hole != "busy")
    assert "not passed" in done.stderr


def test_the_audit_fails_where_the_service_is_not_reached(tmp_path: Path) -> None:
    with knowing({}) as (service, _):
        pass
    done = audited(tmp_path, service)
    assert done.returncode == 2
    assert done.stderr.rstrip().endswith("nothing was checked where the vulnerability service was not reached")
